import { useLocale, useTranslations } from 'next-intl'
import type { ActivityView } from '@/lib/activities/schema'
import type { LineFigures } from '@/lib/dashboards/schema'
import { type Language, sayDate } from '@/lib/dates'
import type { EventView } from '@/lib/events/schema'
import { FigureGrid } from './figure-grid'
import { PlaceFigure } from './place-figure'

type PlaceFiguresProps = { event: EventView; activities: ActivityView[]; lines: LineFigures }

/** How full the hall, the days, the line from afar and each activity are. */
export function PlaceFigures({ event, activities, lines }: PlaceFiguresProps) {
  const t = useTranslations('organizer.overview')
  const language = useLocale() as Language
  const { onSite, remote, days, byId } = event.pools
  const figures = [
    { key: 'on_site', pool: onSite, sentence: t('onSite') },
    ...(event.isRemoteOffered ? [{ key: 'remote', pool: remote, sentence: t('remote') }] : []),
    ...days.map((pool) => ({
      key: pool.id,
      pool,
      sentence: t('day', { day: sayDate(pool.day!, language) }),
    })),
    ...activities.map(({ id, title, poolId }) => ({ key: id, pool: byId[poolId]!, sentence: title })),
  ]
  return (
    <FigureGrid>
      {figures.map(({ key, pool, sentence }) => (
        <PlaceFigure
          key={key}
          kind="places"
          pool={pool}
          sentence={sentence}
          slug={event.slug}
          waiting={lines[pool.id] ?? 0}
        />
      ))}
    </FigureGrid>
  )
}
