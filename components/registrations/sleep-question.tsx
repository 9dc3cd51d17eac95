import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { localDate, sayDate } from '@/lib/dates'
import { decideBy, isReleased, morningAfter, roomChoices } from '@/lib/hotels/rules'
import type { HotelView } from '@/lib/hotels/schema'
import type { Language } from '@/lib/languages'
import { placesLeft } from '@/lib/places/rules'
import { type EventOffer, limits, undecided } from '@/lib/registrations/schema'
import { ChipsField } from '../ui/form/chips-field'
import { ChoiceField } from '../ui/form/choice-field'
import { Question } from '../ui/form/question'
import { SelectField } from '../ui/form/select-field'
import { TextField } from '../ui/form/text-field'
import { Tag } from '../ui/tag'

type SleepQuestionProps = { offer: EventOffer; language: Language; now: Date; help?: ReactNode }

/** Nights as toggles under their dates; with several room types the type is asked first. Who does not know yet says so. */
export function SleepQuestion({ offer, language, now, help }: SleepQuestionProps) {
  const t = useTranslations('register')
  const choices = roomChoices(offer.hotels)
  const single = choices.length === 1 ? choices[0] : undefined
  const nights = [
    ...new Set(choices.flatMap(({ roomType }) => roomType.nights.map(({ night }) => night))),
  ].sort()
  const say = (date: string) => sayDate(date, language)
  const today = localDate(now, offer.event.timezone)
  const decide = decideBy(offer.hotels, today)
  const isOpen = (night: string) =>
    choices.some(
      ({ hotel, roomType }) =>
        !isReleased(hotel, today) && roomType.nights.some((one) => one.night === night),
    )
  const leftOn = (night: string): number => {
    const open = choices.filter(({ hotel }) => !isReleased(hotel, today))
    const pools = open.flatMap(({ roomType }) => roomType.nights.filter((one) => one.night === night))
    return pools.reduce((sum, { poolId }) => sum + (placesLeft(offer.event.pools.byId[poolId]!) ?? 0), 0)
  }
  const hotels = [...new Set(choices.map(({ hotel }) => hotel))]
  const terms = hotels.map((hotel) => {
    const said = t(termsOf(hotel, today), { date: hotel.releaseOn ? say(hotel.releaseOn) : '' })
    return hotels.length > 1 ? `${hotel.name}: ${said}` : said
  })
  const dontKnow = decide
    ? { value: undecided, label: t('undecided'), hint: t('undecidedHint', { date: say(decide) }) }
    : null
  return (
    <Question
      help={help}
      hint={[
        t('nightsHint', { night: say(nights[0]!), morning: say(morningAfter(nights[0]!)) }),
        ...terms,
      ].join(' ')}
      title={t('sleep')}
    >
      {!single && (
        <SelectField
          emptyLabel={t('stayNone')}
          hint={dontKnow?.hint}
          label={t('stay')}
          name="stay"
          optional={t('optional')}
          options={[
            ...choices.map(({ value, hotel, roomType }) => ({
              value,
              label: `${hotel.name}, ${roomType.name}`,
            })),
            ...(dontKnow ? [dontKnow] : []),
          ]}
        />
      )}
      <ChipsField
        chips={nights.map((night) => {
          const left = leftOn(night)
          const canWait = offer.event.waiting !== 'off' && isOpen(night)
          const words = left === 0 && !canWait ? t('wishOnly') : t('roomsLeft', { left })
          return {
            value: night,
            over: t('nightOf'),
            label: say(night),
            under: <Tag tone={left === 0 ? 'wait' : 'neutral'}>{words}</Tag>,
          }
        })}
        legend={single ? t('nights', { hotel: single.hotel.name }) : t('nightsAny')}
        name="nights"
        optional={t('optional')}
      />
      {single && dontKnow && (
        <ChoiceField hideLegend legend={t('undecided')} multiple name="stay" options={[dontKnow]} />
      )}
      {choices.some(({ roomType }) => roomType.beds > 1) && (
        <TextField
          hint={t('roommateHint')}
          label={t('roommate')}
          maxLength={limits.roommate}
          name="roommate"
          optional={t('optional')}
        />
      )}
    </Question>
  )
}

/** What a hotel's terms mean for somebody who asks for a room now. */
const termsOf = (hotel: HotelView, today: string) => {
  if (isReleased(hotel, today)) return 'releasedTerms'
  if (hotel.mode === 'call_off') return hotel.releaseOn ? 'callOffTerms' : 'callOffTermsOpen'
  return hotel.releaseOn ? 'onAccountTerms' : 'onAccountTermsOpen'
}
