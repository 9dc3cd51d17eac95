import { useTranslations } from 'next-intl'
import type { EventView } from '@/lib/events/schema'
import { Section } from '../ui/section'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'

/** How to arrive and get in, photos, topics, rooms, people to ask: the plain words of the event. */
export function EventDetails({ event }: { event: EventView }) {
  const t = useTranslations('event')
  const { hosts, contacts, links, topics, rooms } = event
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
      {topics.length > 0 && (
        <Section
          id="topics"
          note={event.programme.length === 0 ? event.format : undefined}
          title={t('topics')}
        >
          <ul className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
            {topics.map((topic) => (
              <li className="flex flex-wrap items-baseline gap-2" key={topic.title}>
                {topic.title}
                {topic.idea && <Tag>{t('idea')}</Tag>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {rooms.length > 0 && (
        <Section id="rooms" title={t('rooms_title')}>
          <PlainList items={rooms.map(({ name, seats }) => `${name}: ${t('seats', { seats })}`)} />
        </Section>
      )}
      {event.arePhotosTaken && (
        <Section id="photos" title={t('photos')}>
          <div className="prose">
            <p>{[t('photosTaken'), event.photosOptOut].filter(Boolean).join(' ')}</p>
            {event.photosReview && <p>{event.photosReview}</p>}
          </div>
        </Section>
      )}
      <Section id="people" title={t('people')}>
        <ul className="space-y-1">
          {contacts.map((contact) => (
            <li key={contact.email}>
              {[contact.name, contact.role].filter(Boolean).join(', ')}:{' '}
              <TextLink href={`mailto:${contact.email}`}>{contact.email}</TextLink>
            </li>
          ))}
          {hosts.map((host) => (
            <li key={host.name}>
              {t('hosts')}: {host.url ? <TextLink href={host.url}>{host.name}</TextLink> : host.name}
            </li>
          ))}
        </ul>
        {event.visitorsFromOutside && (
          <p className="mt-2">{t('visitors', { who: event.visitorsFromOutside })}</p>
        )}
      </Section>
      {links.length > 0 && (
        <Section id="links" title={t('links')}>
          <ul className="space-y-1">
            {links.map(({ label, url }) => (
              <li key={url}>
                <TextLink href={url}>{label}</TextLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function PlainList({ items }: { items: string[] }) {
  return (
    <ul className="list-disc space-y-1 pl-5">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}
