import { useTranslations } from 'next-intl'
import { isActivityOpen } from '@/lib/activities/rules'
import { saySpan } from '@/lib/dates'
import type { Language } from '@/lib/languages'
import { placesLeft } from '@/lib/places/rules'
import type { EventOffer } from '@/lib/registrations/schema'
import { ChoiceField } from '../ui/form/choice-field'
import { Question } from '../ui/form/question'
import { Tag } from '../ui/tag'

type ActivitiesQuestionProps = { offer: EventOffer; language: Language; now: Date }

export function ActivitiesQuestion({ offer, language, now }: ActivitiesQuestionProps) {
  const t = useTranslations('register')
  const open = offer.activities.filter((activity) => isActivityOpen(activity, now))
  if (open.length === 0) return null
  return (
    <Question hint={t('activitiesHint')} title={t('activities')}>
      <ChoiceField
        hideLegend
        legend={t('activities')}
        multiple
        name="activities"
        optional={t('optional')}
        options={open.map((activity) => {
          const pool = offer.event.pools.byId[activity.poolId]
          const left = pool ? placesLeft(pool) : null
          return {
            value: activity.key,
            label: activity.title,
            hint: [
              saySpan(activity.startsAt, activity.endsAt, offer.event.timezone, language),
              activity.place,
            ]
              .filter(Boolean)
              .join(' · '),
            badge: left !== null && (
              <Tag tone={left === 0 ? 'wait' : 'neutral'}>{t('choiceLeft', { left })}</Tag>
            ),
          }
        })}
      />
    </Question>
  )
}
