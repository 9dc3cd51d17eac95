import { useLocale, useTranslations } from 'next-intl'
import { Bar } from '@/components/ui/bar'
import { Count } from '@/components/ui/bar-table'
import { type Column, Table } from '@/components/ui/table'
import type { PlaceFigures } from '@/lib/dashboards/schema'
import { type Language, sayDate } from '@/lib/dates'
import type { HotelView, NightView } from '@/lib/hotels/schema'
import type { PoolView } from '@/lib/places/schema'
import { attendeesHref } from './attendees-href'
import { Left } from './place-table'

type NightTableProps = {
  slug: string
  hotel: HotelView
  pools: Record<string, PoolView>
  figures: PlaceFigures
}
type Night = NightView & { type: string; pool: PoolView; figures: PlaceFigures[string] | undefined }

/** The rooms of one hotel, night by night: held, of these confirmed by the hotel, free, and who waits for one. */
export function NightTable({ slug, hotel, pools, figures }: NightTableProps) {
  const t = useTranslations('organizer.overview')
  const language = useLocale() as Language
  const many = hotel.roomTypes.length > 1
  const rows = hotel.roomTypes.flatMap((type) =>
    type.nights.flatMap((night): Night[] => {
      const pool = pools[night.poolId]
      return pool ? [{ ...night, type: type.name, pool, figures: figures[night.poolId] }] : []
    }),
  )
  const count =
    (filter: Parameters<typeof attendeesHref>[1], value: (night: Night) => number) => (night: Night) => (
      <Count href={attendeesHref(slug, { place: night.poolId, ...filter })} value={value(night)} />
    )
  const columns: Column<Night>[] = [
    {
      key: 'night',
      header: t('nightOf'),
      primary: true,
      cell: ({ night, type, pool, rooms, figures }) => (
        <>
          {sayDate(night, language)}
          {many && <span className="block font-normal text-muted text-sm">{type}</span>}
          <Bar
            className="mt-1.5"
            parts={[
              { key: 'booked', value: figures?.booked ?? 0 },
              { key: 'held', value: pool.taken - (figures?.booked ?? 0), isPale: true },
            ]}
            whole={Math.max(rooms, pool.taken)}
          />
        </>
      ),
    },
    { key: 'rooms', header: t('rooms'), numeric: true, cell: ({ rooms }) => rooms },
    {
      key: 'held',
      header: t('held'),
      numeric: true,
      cell: count({ standing: 'held' }, ({ pool }) => pool.taken),
    },
    {
      key: 'booked',
      header: t('booked'),
      numeric: true,
      cell: count({ standing: 'held', room: 'confirmed' }, ({ figures }) => figures?.booked ?? 0),
    },
    { key: 'free', header: t('free'), numeric: true, cell: ({ pool }) => <Left pool={pool} /> },
    {
      key: 'waiting',
      header: t('waiting'),
      numeric: true,
      cell: count({ standing: 'waiting' }, ({ figures }) => figures?.waiting ?? 0),
    },
    {
      key: 'wished',
      header: t('wished'),
      numeric: true,
      cell: count({ standing: 'wished' }, ({ figures }) => figures?.wished ?? 0),
    },
  ]
  const hasWishes = rows.some(({ figures }) => figures && figures.wished > 0)
  return (
    <Table
      caption={hotel.name}
      columns={hasWishes ? columns : columns.slice(0, -1)}
      rowKey={({ poolId }) => poolId}
      rows={rows}
    />
  )
}
