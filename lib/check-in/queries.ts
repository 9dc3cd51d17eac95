import 'server-only'
import { asCode } from '../codes'
import { db, sql } from '../db/client'
import type { AttendeeKey, CheckInKey } from '../keys'
import { listAnswersAtCheckIn } from '../questions/queries'
import { isSearchable } from './rules'
import type { ArrivalCard, ArrivalPerson, DoorCount, DoorPoint, DoorRow, ScanRefusal } from './schema'

const mostFound = 10

export async function listPoints(key: CheckInKey): Promise<DoorPoint[]> {
  return await db().checkInPoint.findMany({
    where: { eventId: key.eventId },
    orderBy: { position: 'asc' },
    select: { key: true, name: true, isArrival: true, hasExits: true },
  })
}

/**
 * At most ten people whose name, code or last group of a code fits; nobody for a single letter. Whoever only scans finds
 * nobody but by a whole code, which is a scan by hand.
 */
export async function findAtTheDoor(key: CheckInKey, pointKey: string, text: string): Promise<DoorRow[]> {
  const isByCodeAlone = key.rank === 'scan_only'
  if (!isSearchable(text) || (isByCodeAlone && !asCode(text))) return []
  const { rows } = await sql().query<DoorRow>(
    `SELECT f.id AS "registrationId", f.name, f.organization, f.code_end AS "codeEnd", f.status,
            f.legal_name AS "legalName", f.arrived_at AS "arrivedAt"
       FROM check_in_point p, check_in_find($1, p.id, $3, $4, $5) f WHERE p.event_id = $1 AND p.key = $2`,
    [key.eventId, pointKey, isByCodeAlone ? null : readable(text), asCode(text), mostFound],
  )
  return rows
}

/** How many came to a point, of everybody the door expects; people who take part from afar are not. */
export async function countArrivals(key: CheckInKey, pointKey: string): Promise<DoorCount> {
  const { rows } = await sql().query<DoorCount>(
    'SELECT c.* FROM check_in_point p, check_in_count($1, p.id) c WHERE p.event_id = $1 AND p.key = $2',
    [key.eventId, pointKey],
  )
  return rows[0] ?? { arrived: 0, expected: 0 }
}

/** Whether this person may let in somebody who is not confirmed. */
export async function mayOverrule(key: CheckInKey): Promise<boolean> {
  const { rows } = await sql().query<{ may: boolean }>('SELECT check_in_may_overrule($1, $2, $3) AS may', [
    key.eventId,
    key.userId,
    key.deviceId,
  ])
  return rows[0]!.may
}

/** The big answer to one fact of this event; an arrival that was undone since says so. */
export async function findArrivalCard(key: CheckInKey, factId: string): Promise<ArrivalCard | null> {
  const fact = await db().checkInFact.findUnique({
    where: { eventId_id: { eventId: key.eventId, id: factId } },
    include: { point: true, registration: { include: { event: { select: { isLegalNameRequired: true } } } } },
  })
  if (!fact) return null
  const { registration, point } = fact
  const arrival = registration && point ? await findArrival(registration.id, point.id) : null
  const wasUndone = fact.outcome !== 'refused' && !arrival
  const person = registration && registration.cancelReason !== 'erased' ? registration : null
  return {
    factId,
    outcome: wasUndone ? 'undone' : fact.outcome,
    reason: fact.reason as ScanRefusal | null,
    at: fact.firstAt ?? fact.deviceAt,
    firstDevice: fact.outcome === 'already_arrived' ? (arrival?.device ?? null) : null,
    isForced: fact.isForced,
    pointKey: point?.key ?? null,
    person: person && {
      registrationId: person.id,
      name: person.name,
      organization: person.organization,
      legalName: person.event.isLegalNameRequired ? person.legalName : null,
      photo: person.photo,
      cancelledAt: person.cancelledAt,
      activities: (fact.handOut as { activities?: string[] } | null)?.activities ?? [],
      answers: await listAnswersAtCheckIn(key, person.id),
      arrivalId: arrival?.id ?? null,
      isOut: arrival?.isOut ?? false,
      ...(await whatWasNoted(person.id)),
    },
  }
}

async function findArrival(registrationId: string, pointId: string) {
  const { rows } = await sql().query<{ id: string | null; device: string; isOut: boolean }>(
    'SELECT id, device, check_in_is_out($1, $2) AS "isOut" FROM check_in_arrival($1, $2)',
    [registrationId, pointId],
  )
  const { id = null, device = '', isOut = false } = rows[0] ?? {}
  return id === null ? null : { id, device, isOut }
}

async function whatWasNoted(
  registrationId: string,
): Promise<Pick<ArrivalPerson, 'isIdSeen' | 'isStickerGiven'>> {
  const [ids, stickers] = await Promise.all([
    db().checkInFact.count({ where: { registrationId, isIdSeen: true } }),
    db().checkInFact.count({ where: { registrationId, isStickerGiven: true } }),
  ])
  return { isIdSeen: ids > 0, isStickerGiven: stickers > 0 }
}

/** PostgreSQL takes no NUL and no half of a surrogate pair. */
const readable = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .trim()
    .slice(0, 200)

/** What was noted at the door about one person; for their own eyes. */
export async function listMyScans({ eventId, registrationId }: AttendeeKey) {
  const rows = await db().checkInFact.findMany({
    where: { eventId, registrationId },
    orderBy: { serverAt: 'asc' },
    include: { point: { select: { name: true } } },
  })
  return rows.map(
    ({ point, kind, outcome, reason, serverAt, deviceAt, device, isIdSeen, isStickerGiven }) => ({
      ...{ point: point?.name ?? null, kind, outcome, reason, serverAt, deviceAt },
      ...{ device, isIdSeen, isStickerGiven },
    }),
  )
}
