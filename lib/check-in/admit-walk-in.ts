import 'server-only'
import { now } from '../clock'
import { datesBetween, localDate } from '../dates'
import type { Transaction } from '../db/client'
import { doorActor } from '../history/door-actor'
import type { CheckInKey } from '../keys'
import { addInside } from '../registrations/add-inside'
import { NothingHappened } from '../registrations/nothing-happened'
import type { Problems } from '../registrations/read-form'
import type { EventOffer, RegistrationInput } from '../registrations/schema'
import { underLock } from '../registrations/under-lock'
import { announceArrivals } from './announce-arrivals'
import { asKept, byOurClock } from './rules'
import type { ScanResult, WalkInRefusal } from './schema'
import type { WalkInHow } from './walk-in-input'

export type WalkInAnswer =
  | { ok: true; value: { registrationId: string; result: ScanResult } }
  | { ok: false; refusal: WalkInRefusal; problems?: Problems }

/**
 * Registers somebody who comes unannounced and marks them as arrived, or neither: one transaction under the event's
 * lock. The form's id is the registration's submission and the fact's id in one, so the same again answers alike.
 * Places are respected: who finds none joins the line and is refused entry in the scan's words (`waitlisted`), unless a
 * supervisor gives a reason to go beyond what is there, which history keeps. Devices that only scan register nobody.
 */
export async function admitWalkIn(
  key: CheckInKey,
  input: RegistrationInput,
  how: WalkInHow,
): Promise<WalkInAnswer> {
  if (key.rank === 'scan_only' || (how.isForced && key.rank !== 'supervisor'))
    return { ok: false, refusal: 'not_allowed' }
  if (how.isForced && how.reason === '') return { ok: false, refusal: 'reason_missing' }
  try {
    const value = await underLock(key.eventId, async (tx, offer) => {
      const here = { ...input, days: input.days.length > 0 ? input.days : daysLeft(offer, how) }
      const added = { ...how, source: 'walk_in', isTold: true } as const
      const { id } = await addInside(tx, offer, doorActor(key), here, added)
      const result = await arrive(tx, key, id, how)
      if (result.reason === 'unknown_point') throw new NothingHappened('unknown_point')
      return { registrationId: id, result }
    })
    announceArrivals(key.eventId)
    return { ok: true, value }
  } catch (error) {
    if (!(error instanceof NothingHappened)) throw error
    return { ok: false, refusal: error.refusal as WalkInRefusal, problems: error.problems }
  }
}

/** Who comes on the second day is not expected on the first; whoever was held without network came when they were held. */
function daysLeft({ event }: EventOffer, { at, sentAt }: WalkInHow): string[] {
  const offered = datesBetween(event.startsAt, event.endsAt, event.timezone)
  const came = Math.min(byOurClock(at, sentAt, now()).getTime(), now().getTime())
  const today = localDate(new Date(came), event.timezone)
  return offered.filter((day) => day >= today)
}

async function arrive(
  tx: Transaction,
  { eventId, userId, tokenId, deviceId, deviceName }: CheckInKey,
  registrationId: string,
  { id, at, sentAt, point, device }: WalkInHow,
): Promise<ScanResult> {
  const actor = { device: deviceName ?? device, userId, tokenId, deviceId }
  const scans = asKept({ device, sentAt, scans: [{ id, registrationId, kind: 'arrive', at, point }] }, now())
  const [row] = await tx.$queryRaw<{ results: ScanResult[] }[]>`
    SELECT check_in_record(${eventId}::uuid, ${JSON.stringify(actor)}::jsonb, ${JSON.stringify(scans)}::jsonb) AS results`
  return { ...row!.results[0]!, id }
}
