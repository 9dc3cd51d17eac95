import { useTranslations } from 'next-intl'
import type { EventView } from '@/lib/events/schema'
import { Section } from '../ui/section'
import { PlainList } from './plain-list'

/** How to arrive and get in, and what the day itself holds. */
export function EventDay({ event }: { event: EventView }) {
  const t = useTranslations('event')
  return (
    <>
      {(event.venueArrival || event.isLegalNameRequired) && (
        <Section id="arrival" title={t('arrival')}>
          <div className="prose">
            {event.venueArrival && <p>{event.venueArrival}</p>}
            {event.accessListReason && <p>{event.accessListReason}</p>}
            {event.accessListBring && <p>{t('bring', { things: event.accessListBring })}</p>}
          </div>
        </Section>
      )}
      {event.programme.length > 0 && (
        <Section id="programme" note={event.format} title={t('programme')}>
          <PlainList items={event.programme} />
        </Section>
      )}
    </>
  )
}
