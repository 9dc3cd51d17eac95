import { useTranslations } from 'next-intl'
import { datesBetween, sayDate } from '@/lib/dates'
import type { Language } from '@/lib/languages'
import { placesLeft } from '@/lib/places/rules'
import type { PoolView } from '@/lib/places/schema'
import type { EventOffer, Presence } from '@/lib/registrations/schema'
import { ChipsField } from '../ui/form/chips-field'
import { ChoiceField } from '../ui/form/choice-field'
import { Question } from '../ui/form/question'
import { Tag } from '../ui/tag'

/** On site or remote, and on which days; a single way of taking part is said, not asked. */
export function PresenceQuestion({ offer, language }: { offer: EventOffer; language: Language }) {
  const t = useTranslations('register')
  const { event } = offer
  const ways: Presence[] = ['on_site']
  if (event.isRemoteOffered) ways.push('remote')
  if (offer.activities.some(({ alone }) => alone)) ways.push('activity_only')
  const days = datesBetween(event.startsAt, event.endsAt, event.timezone)
  return (
    <Question title={t('how')}>
      <ChoiceField
        hideLegend
        legend={t('presence')}
        name="presence"
        options={ways.map((way) => ({
          value: way,
          label: t(way),
          hint: way === 'on_site' ? event.venueName : way === 'remote' ? t('remoteHint') : undefined,
          badge: way !== 'activity_only' && (
            <Left pool={way === 'remote' ? event.pools.remote : event.pools.onSite} />
          ),
        }))}
        required
      />
      {days.length > 1 && (
        <ChipsField
          chips={days.map((day) => {
            const [over, ...label] = sayDate(day, language).split(' ')
            const pool = event.pools.days.find((one) => one.day === day)
            return { value: day, over, label: label.join(' '), under: pool && <Left pool={pool} /> }
          })}
          hint={t('daysHint')}
          legend={t('days')}
          name="days"
          optional={t('optional')}
        />
      )}
    </Question>
  )
}

function Left({ pool }: { pool: PoolView }) {
  const t = useTranslations('register')
  const left = placesLeft(pool)
  if (left === null) return null
  return <Tag tone={left === 0 ? 'wait' : 'neutral'}>{t('choiceLeft', { left })}</Tag>
}
