import { useTranslations } from 'next-intl'
import { type Language, sayDay } from '@/lib/dates'
import type { EventSummary } from '@/lib/events/schema'
import { TextLink } from '../ui/text-link'

type EditionListProps = { editions: EventSummary[]; current: string; language: Language }

/** The events of a series, the latest first. */
export function EditionList({ editions, current, language }: EditionListProps) {
  const t = useTranslations('settings')
  if (editions.length < 2) return null
  return (
    <ul className="mb-4 space-y-1.5">
      {editions.map(({ id, slug, title, startsAt, timezone }) => (
        <li className="flex flex-wrap gap-x-3" key={id}>
          {id === current ? (
            <span className="font-semibold">
              {title} ({t('thisOne')})
            </span>
          ) : (
            <TextLink href={`/organizer/${slug}/settings`}>{title}</TextLink>
          )}
          <span className="text-muted">{sayDay(startsAt, timezone, language)}</span>
        </li>
      ))}
    </ul>
  )
}
