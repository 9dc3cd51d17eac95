import { useTranslations } from 'next-intl'
import { sayDate } from '@/lib/dates'
import { morningAfter, roomChoices } from '@/lib/hotels/rules'
import type { Language } from '@/lib/languages'
import { placesLeft } from '@/lib/places/rules'
import { type EventOffer, limits } from '@/lib/registrations/schema'
import { ChipsField } from '../ui/form/chips-field'
import { Question } from '../ui/form/question'
import { SelectField } from '../ui/form/select-field'
import { TextField } from '../ui/form/text-field'
import { Tag } from '../ui/tag'

/** Nights as toggles under their dates; with several room types the type is asked first. */
export function SleepQuestion({ offer, language }: { offer: EventOffer; language: Language }) {
  const t = useTranslations('register')
  const choices = roomChoices(offer.hotels)
  const single = choices.length === 1 ? choices[0] : undefined
  const nights = [
    ...new Set(choices.flatMap(({ roomType }) => roomType.nights.map(({ night }) => night))),
  ].sort()
  const say = (date: string) => sayDate(date, language)
  const leftOn = (night: string): number => {
    const pools = choices.flatMap(({ roomType }) => roomType.nights.filter((one) => one.night === night))
    return pools.reduce((sum, { poolId }) => sum + (placesLeft(offer.event.pools.byId[poolId]!) ?? 0), 0)
  }
  const releaseOn = single?.hotel.releaseOn
  return (
    <Question
      hint={[
        t('nightsHint', { night: say(nights[0]!), morning: say(morningAfter(nights[0]!)) }),
        releaseOn && t('release', { date: say(releaseOn) }),
      ]
        .filter(Boolean)
        .join(' ')}
      title={t('sleep')}
    >
      {!single && (
        <SelectField
          emptyLabel={t('stayNone')}
          label={t('stay')}
          name="stay"
          optional={t('optional')}
          options={choices.map(({ value, hotel, roomType }) => ({
            value,
            label: `${hotel.name}, ${roomType.name}`,
          }))}
        />
      )}
      <ChipsField
        chips={nights.map((night) => {
          const left = leftOn(night)
          return {
            value: night,
            over: t('nightOf'),
            label: say(night),
            under: <Tag tone={left === 0 ? 'wait' : 'neutral'}>{t('roomsLeft', { left })}</Tag>,
          }
        })}
        legend={single ? t('nights', { hotel: single.hotel.name }) : t('nightsAny')}
        name="nights"
        optional={t('optional')}
      />
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
