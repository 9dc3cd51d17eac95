import 'server-only'
import { arrangeActivities } from '../activities/arrange-activities'
import type { Transaction } from '../db/client'
import { arrangeCapacity } from '../events/arrange-capacity'
import { arrangeCheckInPoints } from '../events/arrange-check-in-points'
import { saveEvent } from '../events/save-event'
import { arrangeHotels } from '../hotels/arrange-hotels'
import { arrangeOwnWords } from '../mail/arrange-own-words'
import { arrangeMeals } from '../meals/arrange-meals'
import { arrangeQuestions } from '../questions/arrange-questions'
import { stable } from './compare-values'
import { mailTextsOf } from './complete-mails'
import { composeFacts, timeIn } from './compose-facts'
import { plannedQuestions } from './planned-questions'
import type { StoredEvent } from './queries'
import { daysOf } from './rules'
import type { EventFile } from './schema'

/** Writes everything a file says; needs a plan without refusals, and `lockPools` for an event that is there. */
export async function saveFile(
  tx: Transaction,
  stored: StoredEvent | undefined,
  file: EventFile,
  now: Date,
): Promise<string> {
  const eventId = await saveEvent(tx, stored?.id ?? null, composeFacts(file, stored, now), file.also_known_as)
  const at = (text: string) => timeIn(file, text)
  const maybe = (text: string | undefined) => (text ? at(text) : null)
  const { on_site, remote, per_day } = file.capacity
  await arrangeCapacity(tx, eventId, {
    onSite: on_site ?? null,
    remote: typeof remote === 'number' ? remote : null,
    perDay: per_day,
    days: daysOf(file),
  })
  await arrangeActivities(
    tx,
    eventId,
    file.activities.map(({ starts, ends, closes, capacity, place, text, url, access_code, ...activity }) => ({
      ...activity,
      startsAt: at(starts),
      endsAt: maybe(ends),
      closesAt: maybe(closes),
      place: place ?? null,
      text: text ?? null,
      url: url ?? null,
      size: capacity ?? null,
      accessCode: access_code ?? null,
    })),
  )
  await arrangeMeals(
    tx,
    eventId,
    file.meals.map(({ starts, ends, options, ...meal }) => ({
      ...meal,
      startsAt: maybe(starts),
      endsAt: maybe(ends),
      options: options.map(({ capacity, ...option }) => ({ ...option, size: capacity ?? null })),
    })),
  )
  await arrangeHotels(
    tx,
    eventId,
    file.hotels.map(({ key, name, url, contingent, room_types }) => ({
      key,
      name,
      url: url ?? null,
      mode: contingent === 'none' ? 'none' : contingent.mode,
      keyword: (contingent !== 'none' && contingent.keyword) || null,
      link: (contingent !== 'none' && contingent.link) || null,
      releaseOn: (contingent !== 'none' && contingent.release) || null,
      roomTypes: room_types,
    })),
  )
  await arrangeCheckInPoints(
    tx,
    eventId,
    file.check_in_points.map(({ key, name, arrival, exits }) => ({
      key,
      name,
      isArrival: arrival,
      hasExits: exits,
    })),
  )
  await arrangeQuestions(tx, eventId, plannedQuestions(file))
  if (stable(stored?.file.mails) !== stable(file.mails))
    await arrangeOwnWords(tx, eventId, mailTextsOf(file.mails))
  return eventId
}
