import type { useTranslations } from 'next-intl'
import { roomChoices } from '@/lib/hotels/rules'
import type { EventOffer } from '@/lib/registrations/schema'
import type { ReviewWords } from '../ui/form/review'

/** What a long form says when it shows all answers once more; a short one is sent at once. */
export function reviewWords(offer: EventOffer, t: Translate): ReviewWords | undefined {
  if (!isLong(offer)) return undefined
  return {
    title: t('review.title'),
    lead: t('review.lead'),
    change: t('review.change'),
    back: t('review.back'),
    yes: t('review.yes'),
    no: t('review.no'),
    nothing: t('review.nothing'),
    send: t('submit'),
    sending: t('sending'),
  }
}

const mostUnreviewed = 8

/** Beyond what every event asks: a room, a dish and an evening at once, or more than eight questions. */
function isLong({ event, activities, meals, hotels, questions }: EventOffer): boolean {
  const dishes = meals.filter(({ options }) => options.length > 0).length
  const rooms = roomChoices(hotels).length
  if (rooms > 0 && dishes > 0 && activities.length > 0) return true
  const asked = [event.isLegalNameRequired, event.pools.days.length > 0, activities.length > 0, rooms > 0]
  return asked.filter(Boolean).length + dishes + questions.length > mostUnreviewed
}

type Translate = ReturnType<typeof useTranslations<'register'>>
