import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import type { EventStatus } from '@/lib/events/schema'
import { attendeesHref } from './attendees-href'

type NextStepsProps = {
  slug: string
  status: EventStatus
  /** Whoever is registered, in any state but cancelled. */
  registered: number
  isOver: boolean
}

/** What an event's state means, and what to do next; silent while an event simply runs. */
export function NextSteps({ slug, status, registered, isOver }: NextStepsProps) {
  const t = useTranslations('organizer.next')
  const desk = `/organizer/${slug}`
  const ways = {
    settings: `${desk}/settings`,
    team: `${desk}/team`,
    mails: `${desk}/mails`,
    exports: `${desk}/exports`,
  }
  const link = (href: string) => (words: ReactNode) => <TextLink href={href}>{words}</TextLink>
  if (status === 'draft') {
    return (
      <Notice title={t('draft')} tone="warn">
        <ol className="list-decimal space-y-1 pl-5">
          <li>{t.rich('check', { a: link(ways.settings) })}</li>
          <li>{t.rich('askTeam', { a: link(ways.team) })}</li>
          <li>{t.rich('readMails', { a: link(`${ways.mails}/preview`) })}</li>
          <li>{t.rich('publish', { a: link(ways.settings) })}</li>
        </ol>
      </Notice>
    )
  }
  if (status === 'cancelled') {
    return (
      <Notice title={t('cancelled')} tone="warn">
        <p>{t.rich('cancelledText', { a: link(ways.mails) })}</p>
        {registered > 0 && (
          <p>
            <TextLink href={attendeesHref(slug, { status: 'live' })}>
              {t('stillThere', { count: registered })}
            </TextLink>
          </p>
        )}
      </Notice>
    )
  }
  if (isOver) return <Notice title={t('over')}>{t.rich('overText', { a: link(ways.exports) })}</Notice>
  return null
}
