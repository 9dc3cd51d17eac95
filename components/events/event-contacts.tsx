import { useTranslations } from 'next-intl'
import type { EventView } from '@/lib/events/schema'
import { LinkButton } from '../ui/button'
import { CalendarIcon } from '../ui/icons'
import { Section } from '../ui/section'
import { TextLink } from '../ui/text-link'

/** What stands beside the event: its calendar entry, people to ask, photos, further links. */
export function EventContacts({ event }: { event: EventView }) {
  const t = useTranslations('event')
  const { hosts, contacts, links } = event
  return (
    <>
      <LinkButton className="w-full" document href={`/events/${event.slug}/calendar.ics`}>
        <CalendarIcon />
        {t('ics')}
      </LinkButton>
      {contacts.length + hosts.length > 0 && (
        <Section id="people" title={t('people')}>
          <ul className="space-y-2">
            {contacts.map((contact) => (
              <li className="break-words first-letter:uppercase" key={contact.email}>
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
      )}
      {event.arePhotosTaken && (
        <Section id="photos" title={t('photos')}>
          <div className="prose">
            <p>
              {t('photosTaken')} {event.photosOptOut && t('photosOptOut', { how: event.photosOptOut })}
            </p>
            {event.photosReview && <p className="first-letter:uppercase">{event.photosReview}</p>}
          </div>
        </Section>
      )}
      {links.length > 0 && (
        <Section id="links" title={t('links')}>
          <ul className="space-y-1">
            {links.map(({ label, url }) => (
              <li className="break-words" key={url}>
                <TextLink href={url}>{label}</TextLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
