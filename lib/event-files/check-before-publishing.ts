import 'server-only'
import { Temporal } from 'temporal-polyfill'
import { findSecrets } from './find-secrets'
import { daysOf, pastDates, timeTextOf } from './rules'
import type { EventFile } from './schema'

/** Something to look at before the world sees an event; `word` is one of `publish.checks` in the messages. */
export type Doubt = {
  word:
    | 'ended'
    | 'started'
    | 'closed'
    | 'activity'
    | 'release'
    | 'zone'
    | 'no_contact'
    | 'late_release'
    | 'far_night'
    | 'secret'
  /** Nobody could register or ask: it has to be put right first. */
  isFatal: boolean
  title: string
  at: string
}

export function checkBeforePublishing(file: EventFile, now: Date): Doubt[] {
  const doubts: Doubt[] = pastDates(file, now).map((past) => ({ ...past, isFatal: past.word === 'ended' }))
  const note = (word: Doubt['word'], title = '', at = '', isFatal = false) =>
    doubts.push({ word, title, at, isFatal })
  if (file.contacts.length === 0) note('no_contact', '', '', true)
  if (isZoneless(file)) note('zone', file.venue?.name, file.timezone)
  const start = file.starts.slice(0, 10)
  for (const { name, contingent, room_types } of file.hotels) {
    if (contingent !== 'none' && contingent.release && contingent.release > start)
      note('late_release', name, contingent.release)
    for (const night of new Set(room_types.flatMap(({ nights }) => Object.keys(nights))))
      if (!nearbyNights(file).has(night)) note('far_night', name, night)
  }
  for (const path of findSecrets(file)) note('secret', path)
  return doubts
}

/** UTC is where no town is: somebody who names a venue most likely forgot to say its zone. */
const isZoneless = ({ timezone, venue }: EventFile) =>
  /^(UTC|Etc\/.*|GMT)$/.test(timezone) && venue !== undefined

/** From two nights before the first of all days to the night after the last; activities count as days. */
function nearbyNights(file: EventFile): Set<string> {
  const days = [
    ...daysOf(file),
    ...file.activities.flatMap(({ starts, ends }) => [starts, ends ?? starts].map((at) => at.slice(0, 10))),
  ].sort()
  const first = Temporal.PlainDate.from(days[0] ?? timeTextOf(new Date(0), 'UTC').slice(0, 10)).subtract({
    days: 2,
  })
  const last = Temporal.PlainDate.from(days.at(-1)!)
  const length = first.until(last, { largestUnit: 'day' }).days + 1
  return new Set(Array.from({ length }, (_, days) => first.add({ days }).toString()))
}
