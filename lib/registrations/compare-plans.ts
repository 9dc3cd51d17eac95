import type { Presence } from './schema'

/** When and where something is, as a mail keeps it: ISO 8601 with the zone's offset. */
export type Appointment = {
  startsAt: string
  endsAt: string | null
  timezone: string
  place: string | null
}

/** What people plan their journey by. Activities go by their ids. */
export type Plans = {
  status: 'draft' | 'published' | 'cancelled'
  event: Appointment
  arrival: string | null
  activities: (Appointment & { id: string; title: string })[]
}

export type EventChange =
  | { what: 'cancelled' }
  | { what: 'revived' }
  | { what: 'when'; from: Appointment; to: Appointment }
  | { what: 'where'; from: Appointment; to: Appointment }
  | { what: 'arrival'; from: string | null; to: string | null }
  | { what: 'activity'; id: string; title: string; from: Appointment; to: Appointment }

/** What somebody has to know who knew the plans of before. A draft was never announced, and what is over is history. */
export function comparePlans(before: Plans, after: Plans, now: Date): EventChange[] {
  if (before.status === 'draft' || after.status === 'draft') return []
  if (new Date(after.event.endsAt ?? after.event.startsAt) < now) return []
  if (after.status === 'cancelled') return before.status === 'cancelled' ? [] : [{ what: 'cancelled' }]
  const [from, to] = [before.event, after.event]
  return [
    ...(before.status === 'cancelled' ? [{ what: 'revived' } as const] : []),
    ...(isSameTime(from, to) ? [] : [{ what: 'when', from, to } as const]),
    ...(from.place === to.place ? [] : [{ what: 'where', from, to } as const]),
    ...(before.arrival === after.arrival
      ? []
      : [{ what: 'arrival', from: before.arrival, to: after.arrival } as const]),
    ...after.activities.flatMap((activity) => activityChange(before, activity)),
  ]
}

/** Whether a change is about what this person takes part in. `subjectIds` are the things they hold or wait for. */
export function isConcerned(
  change: EventChange,
  { presence, subjectIds }: { presence: Presence; subjectIds: ReadonlySet<string> },
): boolean {
  if (change.what === 'cancelled' || change.what === 'revived') return true
  if (change.what === 'activity') return subjectIds.has(change.id)
  return change.what === 'when' ? presence !== 'activity_only' : presence === 'on_site'
}

function activityChange(before: Plans, activity: Plans['activities'][number]): EventChange[] {
  const old = before.activities.find(({ id }) => id === activity.id)
  if (!old || (isSameTime(old, activity) && old.place === activity.place)) return []
  const { id, title, ...to } = activity
  const { startsAt, endsAt, timezone, place } = old
  return [{ what: 'activity', id, title, from: { startsAt, endsAt, timezone, place }, to }]
}

const isSameTime = (one: Appointment, other: Appointment) =>
  isSameInstant(one.startsAt, other.startsAt) &&
  isSameInstant(one.endsAt, other.endsAt) &&
  one.timezone === other.timezone

const isSameInstant = (one: string | null, other: string | null) =>
  one === other || (one !== null && other !== null && Date.parse(one) === Date.parse(other))
