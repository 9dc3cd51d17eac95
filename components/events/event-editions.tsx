import { useTranslations } from 'next-intl'
import { type Language, sayDay } from '@/lib/dates'
import type { EventSummary } from '@/lib/events/schema'
import { Section } from '../ui/section'
import { TextLink } from '../ui/text-link'

type EventEditionsProps = { editions: EventSummary[]; language: Language }

/** The other events of the same series. */
export function EventEditions({ editions, language }: EventEditionsProps) {
  const t = useTranslations('event')
  if (editions.length === 0) return null
  return (
    <Section id="editions" title={t('editions')}>
      <ul className="space-y-2">
        {editions.map(({ id, slug, title, startsAt, timezone }) => (
          <li className="break-words" key={id}>
            <TextLink href={`/events/${slug}`}>{title}</TextLink>
            <span className="block text-muted text-sm">{sayDay(startsAt, timezone, language)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
