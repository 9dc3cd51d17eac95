import 'server-only'
import { isoInZone } from '../dates'
import { comparePlans, type EventChange, type Plans } from '../registrations/compare-plans'
import { timeIn } from './compose-facts'
import type { StoredEvent } from './queries'
import type { EventFile } from './schema'

/** What people who knew the event as it is stored have to know of what it becomes. */
export function announceChanges(
  stored: StoredEvent | undefined,
  wanted: EventFile,
  now: Date,
): EventChange[] {
  if (!stored) return []
  const ids = new Map(stored.event.activities.map(({ key, id }) => [key, id]))
  return comparePlans(plansOf(stored.file, ids), plansOf(wanted, ids), now)
}

function plansOf(file: EventFile, ids: Map<string, string>): Plans {
  const { timezone, venue } = file
  const iso = (text: string) => isoInZone(timeIn(file, text), timezone)
  const appointment = (starts: string, ends: string | undefined, place: string | undefined) => ({
    startsAt: iso(starts),
    endsAt: ends ? iso(ends) : null,
    timezone,
    place: place || null,
  })
  return {
    status: file.status ?? 'draft',
    event: appointment(file.starts, file.ends, [venue?.name, venue?.address].filter(Boolean).join('\n')),
    arrival: venue?.arrival ?? null,
    activities: file.activities.flatMap(({ key, title, starts, ends, place }) => {
      const id = ids.get(key)
      return id ? [{ id, title, ...appointment(starts, ends, place) }] : []
    }),
  }
}
