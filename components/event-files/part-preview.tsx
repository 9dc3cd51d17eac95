import { useTranslations } from 'next-intl'
import type { PartName } from '@/lib/event-forms/schema'
import type { Language } from '@/lib/languages'
import type { EventOffer } from '@/lib/registrations/schema'
import { EventActivities } from '../events/event-activities'
import { EventContacts } from '../events/event-contacts'
import { EventDay } from '../events/event-day'
import { EventHotels } from '../events/event-hotels'
import { EventLead } from '../events/event-lead'
import { EventMeals } from '../events/event-meals'
import { EventTopics } from '../events/event-topics'
import { QuestionsPart } from '../questions/questions-part'

type PartPreviewProps = { part: PartName; offer: EventOffer; language: Language; now: Date }

/** The pieces of the public page that a part is about, drawn by the same components. */
export function PartPreview({ part, offer, language, now }: PartPreviewProps) {
  const { event } = offer
  const t = useTranslations('eventForm.page')
  if (isBare(part, offer)) return <p className="text-muted">{t('empty')}</p>
  return (
    <div className="space-y-8" data-accent={event.accent ?? undefined}>
      {(part === 'basics' || part === 'registration') && (
        <EventLead event={event} language={language} now={now} />
      )}
      {part === 'texts' && (
        <>
          {event.summary && <p className="text-lg">{event.summary}</p>}
          {event.descriptionHtml && (
            // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitized by lib/markdown.ts
            <div className="prose" dangerouslySetInnerHTML={{ __html: event.descriptionHtml }} />
          )}
          <EventDay event={event} />
          <EventTopics event={event} />
        </>
      )}
      {part === 'place' && (
        <>
          <EventDay event={event} />
          <EventContacts event={event} />
        </>
      )}
      {part === 'door' && (
        <>
          <EventDay event={event} />
          <EventContacts event={event} />
        </>
      )}
      {part === 'activities' && (
        <EventActivities activities={offer.activities} event={event} language={language} />
      )}
      {part === 'meals' && <EventMeals language={language} meals={offer.meals} zone={event.timezone} />}
      {part === 'hotels' && <EventHotels event={event} hotels={offer.hotels} language={language} />}
      {part === 'questions' && (
        <QuestionsPart hasCode={() => true} isFramed language={language} offer={offer} />
      )}
    </div>
  )
}

const isBare = (part: PartName, offer: EventOffer): boolean =>
  (part === 'activities' || part === 'meals' || part === 'hotels' || part === 'questions') &&
  offer[part].length === 0
