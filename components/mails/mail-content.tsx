import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { MailView, ReadableMail } from '@/lib/mail/schema'

type MailContentProps = Pick<ReadableMail, 'content' | 'language'> & {
  width?: MailView['width']
  /** Nothing but words: no badge. */
  isShort?: boolean
  /** Whether links of the person's own are left out. */
  hasOwnLinks?: boolean
}

/** The mail as a mailbox shows it, in a frame that may neither run nor load anything. */
export function MailContent({
  content,
  language,
  width = 'wide',
  isShort = false,
  hasOwnLinks = true,
}: MailContentProps) {
  const t = useTranslations('mail.page')
  if (!content) return <Notice title={t('unreadable')} tone="warn" />
  return (
    <>
      <Section note={hasOwnLinks && t('linksHidden')} title={t('asPage')}>
        <iframe
          className={`${isShort ? 'h-[40rem]' : 'h-[70rem]'} w-full rounded border border-line bg-surface ${widths[width]}`}
          sandbox=""
          srcDoc={content.html}
          title={content.subject}
        />
      </Section>
      <Section title={t('asText')}>
        <section
          aria-label={t('asText')}
          className="max-w-[41rem] overflow-x-auto rounded border border-line bg-surface p-5 text-sm"
          lang={language}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
        >
          <pre className="font-mono">{content.text}</pre>
        </section>
      </Section>
    </>
  )
}

const widths = { wide: 'max-w-[41rem]', narrow: 'max-w-[24.375rem]' }
