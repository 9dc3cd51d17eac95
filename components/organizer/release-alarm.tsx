import { useLocale, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import { releaseStanding } from '@/lib/dashboards/rules'
import { type Language, sayDate } from '@/lib/dates'
import type { HotelView } from '@/lib/hotels/schema'
import { attendeesHref } from './attendees-href'

type ReleaseAlarmProps = {
  slug: string
  hotel: HotelView
  /** People with a room that the hotel does not know of. */
  unbooked: number
  today: string
  isOver: boolean
}

/** When a hotel takes its rooms back, how long that is, and whose rooms it does not know of yet. */
export function ReleaseAlarm({ slug, hotel, unbooked, today, isOver }: ReleaseAlarmProps) {
  const t = useTranslations('organizer.release')
  const language = useLocale() as Language
  if (!hotel.releaseOn) return <p className="text-muted">{t('never')}</p>
  const { state, days } = releaseStanding(hotel.releaseOn, today)
  const words = t(state, { day: sayDate(hotel.releaseOn, language), days })
  const people = unbooked > 0 && (
    <TextLink href={attendeesHref(slug, { hotel: hotel.key, room: 'held' })}>
      {t(`unbooked.${hotel.mode === 'call_off' ? 'call_off' : 'on_account'}`, { count: unbooked })}
    </TextLink>
  )
  if (isOver || state === 'ahead' || (state === 'past' && !people)) {
    return (
      <p className="text-muted">
        {words} {people}
      </p>
    )
  }
  return (
    <Notice title={words} tone={state === 'soon' ? 'warn' : 'bad'}>
      <p>{people || t('allBooked')}</p>
    </Notice>
  )
}
