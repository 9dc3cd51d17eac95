import { useLocale, useTranslations } from 'next-intl'
import { Section } from '@/components/ui/section'
import type { LineFigures } from '@/lib/dashboards/schema'
import { type Language, sayDate } from '@/lib/dates'
import type { HotelView } from '@/lib/hotels/schema'
import type { PoolView } from '@/lib/places/schema'
import { FigureGrid } from './figure-grid'
import { PlaceFigure } from './place-figure'

type NightFiguresProps = {
  slug: string
  hotel: HotelView
  pools: Record<string, PoolView>
  lines: LineFigures
}

/** The rooms of one hotel, night by night. */
export function NightFigures({ slug, hotel, pools, lines }: NightFiguresProps) {
  const t = useTranslations('organizer.figures')
  const language = useLocale() as Language
  const note = hotel.releaseOn ? t('release', { day: sayDate(hotel.releaseOn, language) }) : undefined
  const many = hotel.roomTypes.length > 1
  return (
    <Section level={3} note={note} title={hotel.name}>
      <FigureGrid>
        {hotel.roomTypes.flatMap((type) =>
          type.nights.map(({ night, poolId }) => (
            <PlaceFigure
              key={poolId}
              kind="rooms"
              pool={pools[poolId]!}
              sentence={t('night', { day: sayDate(night, language), type: many ? type.name : 'none' })}
              slug={slug}
              waiting={lines[poolId] ?? 0}
            />
          )),
        )}
      </FigureGrid>
    </Section>
  )
}
