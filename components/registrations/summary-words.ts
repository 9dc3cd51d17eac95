import type { useTranslations } from 'next-intl'
import { datesBetween, sayDate } from '@/lib/dates'
import { morningAfter, roomChoices } from '@/lib/hotels/rules'
import type { Language } from '@/lib/languages'
import { diets } from '@/lib/meals/schema'
import { type EventOffer, presences } from '@/lib/registrations/schema'

/** What each answer is called in the sentence above the button. */
export function summaryWords(offer: EventOffer, language: Language, t: Translate) {
  const { event, activities, hotels } = offer
  const say = (date: string) => sayDate(date, language)
  const nights = roomChoices(hotels).flatMap(({ roomType }) => roomType.nights.map(({ night }) => night))
  const days = datesBetween(event.startsAt, event.endsAt, event.timezone)
  return {
    lead: t('summary.you'),
    words: {
      presence: Object.fromEntries(presences.map((way) => [way, t(`summary.${way}`)])),
      days: Object.fromEntries(days.map((day) => [day, say(day)])),
      diet: Object.fromEntries(diets.map((diet) => [diet, t(`summary.${diet}`)])),
      activities: Object.fromEntries(activities.map(({ key, title }) => [key, title])),
      photo: { fine: t('summary.fine'), no_camera: t('summary.no_camera') },
    },
    nights: [...new Set(nights)]
      .sort()
      .map((night) => ({ night, evening: say(night), morning: say(morningAfter(night)) })),
  }
}

type Translate = ReturnType<typeof useTranslations<'register'>>
