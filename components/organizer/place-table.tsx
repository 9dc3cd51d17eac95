import { useLocale, useTranslations } from 'next-intl'
import { Bar } from '@/components/ui/bar'
import { Count } from '@/components/ui/bar-table'
import { type Column, Table } from '@/components/ui/table'
import type { ActivityView } from '@/lib/activities/schema'
import type { PlaceFigures } from '@/lib/dashboards/schema'
import { type Language, sayDate } from '@/lib/dates'
import type { EventView } from '@/lib/events/schema'
import type { MealView } from '@/lib/meals/schema'
import { placesLeft } from '@/lib/places/rules'
import type { PoolView } from '@/lib/places/schema'
import { attendeesHref } from './attendees-href'

type PlaceTableProps = {
  event: EventView
  activities: ActivityView[]
  meals: MealView[]
  figures: PlaceFigures
}
type Place = { name: string; pool: PoolView; figures: PlaceFigures[string] | undefined }

/** Everything that can run out but the rooms: what is held, of how much, what is left, and who waits for it. */
export function PlaceTable({ event, activities, meals, figures }: PlaceTableProps) {
  const t = useTranslations('organizer')
  const places = usePlaces(event, activities, meals).flatMap(({ name, poolId }) => {
    const pool = event.pools.byId[poolId]
    return pool ? [{ name, pool, figures: figures[poolId] }] : []
  })
  const isRaised = ({ pool, figures }: Place) =>
    pool.size !== null && (figures?.ceiling ?? pool.size) > pool.size
  const columns: Column<Place>[] = [
    {
      key: 'name',
      header: t('overview.place'),
      primary: true,
      cell: ({ name, pool }) => (
        <>
          {name}
          {pool.size !== null && (
            <Bar className="mt-1.5" parts={[{ key: 'held', value: pool.taken }]} whole={pool.size} />
          )}
        </>
      ),
    },
    { key: 'held', header: t('overview.held'), numeric: true, cell: count('held', ({ pool }) => pool.taken) },
    {
      key: 'size',
      header: t('overview.size'),
      numeric: true,
      cell: ({ pool }) => pool.size ?? t('figures.unlimited'),
    },
    { key: 'left', header: t('overview.left'), numeric: true, cell: ({ pool }) => <Left pool={pool} /> },
    {
      key: 'waiting',
      header: t('overview.waiting'),
      numeric: true,
      cell: count('waiting', ({ figures }) => figures?.waiting ?? 0),
    },
    ...(places.some(isRaised)
      ? [
          {
            key: 'ceiling',
            header: t('overview.ceiling'),
            numeric: true,
            cell: (place: Place) => (isRaised(place) ? place.figures?.ceiling : '–'),
          },
        ]
      : []),
  ]
  return (
    <>
      <Table caption={t('overview.places')} columns={columns} rowKey={({ pool }) => pool.id} rows={places} />
      {places.some(isRaised) && (
        <p className="mt-3 max-w-[70ch] text-muted text-sm">{t('overview.ceilingNote')}</p>
      )}
    </>
  )

  function count(standing: 'held' | 'waiting', value: (place: Place) => number) {
    return (place: Place) => (
      <Count href={attendeesHref(event.slug, { place: place.pool.id, standing })} value={value(place)} />
    )
  }
}

/** "No limit" is said once, under the size. */
export function Left({ pool }: { pool: PoolView }) {
  const t = useTranslations('organizer.figures')
  const left = placesLeft(pool)
  if (left === null) return null
  const beyond = pool.taken - pool.size!
  if (beyond > 0) return <span className="font-semibold">{t('beyond', { count: beyond })}</span>
  return left === 0 ? <span className="font-semibold">{t('noneLeft')}</span> : left
}

function usePlaces(event: EventView, activities: ActivityView[], meals: MealView[]) {
  const t = useTranslations('organizer.overview')
  const language = useLocale() as Language
  const { onSite, remote, days, byId } = event.pools
  const dishes = meals.flatMap(({ title, options }) =>
    options.map(({ name, poolId }) => ({ name: `${title}: ${name}`, poolId })),
  )
  return [
    { name: t('onSite'), poolId: onSite.id },
    ...(event.isRemoteOffered ? [{ name: t('remote'), poolId: remote.id }] : []),
    ...days.map(({ id, day }) => ({ name: t('onDay', { day: sayDate(day!, language) }), poolId: id })),
    ...activities.map(({ title, poolId }) => ({ name: title, poolId })),
    ...dishes.filter(({ poolId }) => byId[poolId]?.size != null),
  ]
}
