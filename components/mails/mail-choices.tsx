import { useTranslations } from 'next-intl'
import { Anchor } from '@/components/ui/anchor'
import { languages } from '@/lib/languages'
import { type MailKind, type MailView, mailKinds } from '@/lib/mail/schema'
import { kindWord } from './kind-word'

type KindChoicesProps = { current: MailKind; hrefOf: (kind: MailKind) => string }

/** Every mail that an event writes by itself. */
export function KindChoices({ current, hrefOf }: KindChoicesProps) {
  const t = useTranslations('mail')
  const kinds = Object.keys(mailKinds) as MailKind[]
  return (
    <Choices
      current={current}
      label={t('preview.kinds')}
      ways={kinds.map((kind) => ({ value: kind, label: kindWord(t, kind), href: hrefOf(kind) }))}
    />
  )
}

type LookChoicesProps = {
  view: MailView
  offered: string[]
  hrefOf: (change: Partial<MailView>) => string
}

/** In which of the event's languages, and as wide as what. */
export function LookChoices({ view, offered, hrefOf }: LookChoicesProps) {
  const t = useTranslations('mail.preview')
  const spoken = languages.filter(({ code }) => offered.includes(code))
  return (
    <div className="flex flex-wrap gap-x-10 gap-y-4">
      <Choices
        current={view.language ?? ''}
        label={t('languages')}
        ways={spoken.map(({ code, name }) => ({
          value: code,
          label: name,
          href: hrefOf({ language: code }),
        }))}
      />
      <Choices
        current={view.width}
        label={t('widths')}
        ways={(['wide', 'narrow'] as const).map((width) => ({
          value: width,
          label: t(width),
          href: hrefOf({ width }),
        }))}
      />
    </div>
  )
}

type ChoicesProps = {
  label: string
  current: string
  ways: { value: string; label: string; href: string }[]
}

/** Several ways to see one thing, each by its own address. */
export function Choices({ label, current, ways }: ChoicesProps) {
  return (
    <nav aria-label={label}>
      <p aria-hidden="true" className="mb-1.5 text-muted text-sm">
        {label}
      </p>
      <ul className="-mx-1 flex gap-2 overflow-x-auto p-1 sm:flex-wrap">
        {ways.map(({ value, label: word, href }) => (
          <li key={value}>
            <Anchor aria-current={value === current ? 'page' : undefined} className={chip} href={href}>
              {word}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const chip =
  'inline-flex min-h-11 items-center whitespace-nowrap rounded border border-line-strong bg-surface px-3.5 text-ink no-underline hover:border-ink aria-[current=page]:border-accent-text aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold aria-[current=page]:ring-1 aria-[current=page]:ring-accent-text'
