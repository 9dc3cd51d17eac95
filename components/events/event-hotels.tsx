import { useTranslations } from 'next-intl'
import { sayDate } from '@/lib/dates'
import type { EventView } from '@/lib/events/schema'
import type { HotelView, RoomTypeView } from '@/lib/hotels/schema'
import type { Language } from '@/lib/languages'
import { placesLeft } from '@/lib/places/rules'
import { NightsStrip } from '../ui/nights-strip'
import { Section } from '../ui/section'
import { TextLink } from '../ui/text-link'

type EventHotelsProps = { event: EventView; hotels: HotelView[]; language: Language }

/** Where to sleep: the nights of each contingent with the rooms left, or a plain recommendation. */
export function EventHotels({ event, hotels, language }: EventHotelsProps) {
  const t = useTranslations('event')
  if (hotels.length === 0) return null
  return (
    <Section id="hotels" title={t('hotels')}>
      <div className="space-y-8">
        {hotels.map((hotel) => (
          <div className="space-y-3" key={hotel.id}>
            <h3 className="text-lg">
              {hotel.url ? <TextLink href={hotel.url}>{hotel.name}</TextLink> : hotel.name}
            </h3>
            {hotel.mode === 'none' && <p className="text-muted">{t('recommendation')}</p>}
            {hotel.roomTypes.map((type) => (
              <RoomNights event={event} hotel={hotel} key={type.id} language={language} type={type} />
            ))}
            {hotel.releaseOn && (
              <p className="text-muted">{t('release', { date: sayDate(hotel.releaseOn, language) })}</p>
            )}
          </div>
        ))}
      </div>
    </Section>
  )
}

type RoomNightsProps = { event: EventView; hotel: HotelView; type: RoomTypeView; language: Language }

function RoomNights({ event, hotel, type, language }: RoomNightsProps) {
  const t = useTranslations('event')
  return (
    <div>
      {hotel.roomTypes.length > 1 && <p className="mb-2 font-semibold">{type.name}</p>}
      <NightsStrip
        label={t('nights', { hotel: hotel.name })}
        nights={type.nights.map(({ night, poolId }) => {
          const pool = event.pools.byId[poolId]
          const left = (pool && placesLeft(pool)) ?? 0
          const [weekday, ...date] = sayDate(night, language).split(' ')
          return {
            key: night,
            weekday: t('night', { date: weekday! }),
            date: date.join(' '),
            words: t('rooms', { left }),
            tone: left === 0 ? ('wait' as const) : ('good' as const),
          }
        })}
      />
    </div>
  )
}
