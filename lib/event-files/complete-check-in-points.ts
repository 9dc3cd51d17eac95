import 'server-only'
import { type Context, withKeys } from './check-entries'
import type { WrittenEventFile } from './schema'

export function completeCheckInPoints(context: Context, points: WrittenEventFile['check_in_points']) {
  if (points.length === 0) return [{ name: 'Entrance', key: 'entrance', arrival: true, exits: false }]
  const arrivals = points.flatMap((point, index) => (point.arrival ? [index] : []))
  for (const index of arrivals.slice(1)) context.refuse(['check_in_points', index, 'arrival'], 'one_arrival')
  const arrival = arrivals[0] ?? points.findIndex((point) => point.arrival === undefined)
  if (arrival === -1) context.refuse(['check_in_points'], 'no_arrival')
  return withKeys(context, ['check_in_points'], points, (point) => point.name).map((point, index) => ({
    ...point,
    arrival: index === arrival,
  }))
}
