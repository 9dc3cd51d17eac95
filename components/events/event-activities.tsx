import { useTranslations } from 'next-intl'
import type { ActivityView } from '@/lib/activities/schema'
import { localDate, sayDay, sayTime, sayZone } from '@/lib/dates'
import type { EventView } from '@/lib/events/schema'
import type { Language } from '@/lib/languages'
import { placesLeft } from '@/lib/places/rules'
import { Section } from '../ui/section'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'
import { Timeline } from '../ui/timeline'

type EventActivitiesProps = { event: EventView; activities: ActivityView[]; language: Language }

/** What happens beside the programme, day by day, the evening before included. */
export function EventActivities({ event, activities, language }: EventActivitiesProps) {
  const t = useTranslations('event')
  if (activities.length === 0) return null
  const dayOf = ({ startsAt }: ActivityView) => localDate(startsAt, event.timezone)
  const days = [...new Set(activities.map(dayOf))].map((day) => ({
    day,
    items: activities.filter((one) => dayOf(one) === day),
  }))
  return (
    <Section id="activities" title={t('activities')}>
      <Timeline
        days={days.map(({ day, items }) => ({
          key: day,
          heading: sayDay(items[0]!.startsAt, event.timezone, language),
          items: items.map((activity) => ({
            key: activity.id,
            time: timeWords(activity, event.timezone, language),
            title: activity.url ? <TextLink href={activity.url}>{activity.title}</TextLink> : activity.title,
            place: activity.place,
            status: <PlacesTag event={event} poolId={activity.poolId} />,
            children: activity.text && <p>{activity.text}</p>,
          })),
        }))}
      />
    </Section>
  )
}

function PlacesTag({ event, poolId }: { event: EventView; poolId: string }) {
  const t = useTranslations('event')
  const pool = event.pools.byId[poolId]
  const left = pool ? placesLeft(pool) : null
  if (left === null) return null
  return <Tag tone={left === 0 ? 'wait' : 'neutral'}>{t('activityLeft', { left })}</Tag>
}

function timeWords({ startsAt, endsAt }: ActivityView, zone: string, language: Language): string {
  const from = sayTime(startsAt, zone, language)
  return `${endsAt ? `${from}–${sayTime(endsAt, zone, language)}` : from} ${sayZone(startsAt, zone)}`
}
