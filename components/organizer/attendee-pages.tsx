import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { ArrowIcon } from '@/components/ui/icons'
import type { AttendeeFilter, AttendeePage } from '@/lib/attendees/schema'
import { attendeesHref } from './attendees-href'

type AttendeePagesProps = { slug: string; filter: AttendeeFilter; page: AttendeePage }

/** The way to the neighbours of one page of the list, both ways. */
export function AttendeePages({ slug, filter, page }: AttendeePagesProps) {
  const t = useTranslations('organizer.list')
  const start = { ...filter, after: undefined, before: undefined }
  if (!page.next && !page.previous && !filter.after && !filter.before) return null
  return (
    <nav aria-label={t('pages')} className="mt-6 flex flex-wrap items-center gap-3" data-print="hide">
      {(filter.after || filter.before) && (
        <LinkButton href={attendeesHref(slug, start)}>{t('first')}</LinkButton>
      )}
      {page.previous && (
        <LinkButton href={attendeesHref(slug, { ...start, before: page.previous })}>
          <ArrowIcon className="rotate-180" />
          {t('previous')}
        </LinkButton>
      )}
      {page.next && (
        <LinkButton href={attendeesHref(slug, { ...start, after: page.next })}>
          {t('next')}
          <ArrowIcon />
        </LinkButton>
      )}
    </nav>
  )
}
