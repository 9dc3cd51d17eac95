import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { TextLink } from '@/components/ui/text-link'
import type { DoubtLine } from '@/lib/arrivals/schema'
import { type Language, sayMoment, sayTime } from '@/lib/dates'

type DoubtListProps = {
  slug: string
  doubts: DoubtLine[]
  look: (factId: string) => Promise<void>
  zone: string
  language: Language
}

/** What phones told and the list does not say; a human looks at each line and says so. */
export function DoubtList({ slug, doubts, look, zone, language }: DoubtListProps) {
  const t = useTranslations('arrivals')
  const open = doubts.filter(({ lookedAt }) => lookedAt === null)
  const looked = doubts.filter(({ lookedAt }) => lookedAt !== null)
  if (doubts.length === 0) return null
  return (
    <Section note={open.length > 0 && t('doubtsNote')} title={t('doubts')}>
      {open.length > 0 && (
        <ul className="space-y-3">
          {open.map((doubt) => (
            <li
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded border border-wait-text/30 bg-wait-soft p-4"
              key={doubt.factId}
            >
              <Told {...{ slug, doubt, zone, language }} />
              <form action={look.bind(null, doubt.factId)} data-print="hide">
                <Button type="submit">{t('looked')}</Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      {looked.length > 0 && (
        <details className="mt-4">
          <summary className="cursor-pointer text-muted">
            {t('lookedHeading', { count: looked.length })}
          </summary>
          <ul className="mt-3 space-y-3">
            {looked.map((doubt) => (
              <li key={doubt.factId}>
                <Told {...{ slug, doubt, zone, language }} />
                <p className="text-muted text-sm">
                  {t('lookedBy', {
                    who: doubt.lookedBy ?? '–',
                    when: sayMoment(doubt.lookedAt!, zone, language),
                  })}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

function Told({
  slug,
  doubt,
  zone,
  language,
}: { doubt: DoubtLine } & Omit<DoubtListProps, 'doubts' | 'look'>) {
  const t = useTranslations('arrivals')
  const [first, second] = doubt.by.map(({ device, at }) => ({ device, at: sayTime(at, zone, language) }))
  const name = doubt.name ?? t('somebody')
  const person = (chunks: ReactNode) =>
    doubt.registrationId && doubt.name ? (
      <TextLink href={`/organizer/${slug}/attendees/${doubt.registrationId}`}>{chunks}</TextLink>
    ) : (
      chunks
    )
  const reason = doubt.reason && doubt.reason in reasons ? (doubt.reason as keyof typeof reasons) : 'other'
  return (
    <p className="min-w-0 max-w-[70ch] break-words">
      {doubt.kind === 'let_in'
        ? t.rich('letIn', {
            name,
            person,
            device: first!.device,
            time: first!.at,
            reason: t(`reason.${reason}`),
          })
        : t.rich('twice', {
            name,
            person,
            first: first!.device,
            firstAt: first!.at,
            second: second!.device,
            secondAt: second!.at,
          })}
      {doubt.point && <span className="text-muted"> {t('at', { point: doubt.point })}</span>}
    </p>
  )
}

const reasons = { waitlisted: true, cancelled: true, unverified: true, pending_approval: true }
