import 'server-only'
import { dateOf } from '../dates'
import { db, type Transaction } from '../db/client'
import type {
  ClaimKind,
  ClaimRef,
  ClaimStanding,
  ClaimView,
  PoolView,
  WaitingClaim,
  WholeClaim,
} from './schema'

/** The line before everything of one event, earliest first. Call it under `lockPools`, or it is out of date. */
export async function listLine(tx: Transaction, eventId: string): Promise<WaitingClaim[]> {
  return await tx.$queryRaw<WaitingClaim[]>`
    SELECT c.id, c.registration_id AS "registrationId", c.kind::text AS kind, c.subject_id AS "subjectId",
           to_char(c.queued_at, 'YYYY-MM-DD HH24:MI:SS.US') AS "queuedAt",
           COALESCE(array_agg(p.pool_id::text) FILTER (WHERE p.pool_id IS NOT NULL), '{}') AS pools
      FROM claim c LEFT JOIN claim_place p ON p.claim_id = c.id
     WHERE c.event_id = ${eventId}::uuid AND c.state = 'waiting'
     GROUP BY c.id ORDER BY c.queued_at, c.id`
}

/** What one registration claims, with how many wait before it for any of the same. */
export async function listClaims(tx: Transaction, registrationId: string): Promise<ClaimStanding[]> {
  return await tx.$queryRaw<ClaimStanding[]>`
    SELECT kind::text AS kind, subject_id AS "subjectId", state::text AS state,
           to_char(offered_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "offeredUntil",
           CASE WHEN state = 'waiting' THEN places_ahead(id) END AS ahead
      FROM claim WHERE registration_id = ${registrationId}::uuid ORDER BY kind, subject_id`
}

/** The claims of one registration on one thing: one or none. */
export async function listClaimIds(
  tx: Transaction,
  registrationId: string,
  ref: ClaimRef,
): Promise<string[]> {
  const rows = await tx.claim.findMany({ where: { registrationId, ...ref }, select: { id: true } })
  return rows.map(({ id }) => id)
}

/** The first offers of one event that nobody has answered by `at`, the event's place before all else; call it under `lockPools`, or an answer may be under way. */
export const listEndedOffers = (tx: Transaction, eventId: string, at: Date, most: number) =>
  tx.claim.findMany({
    where: { eventId, state: 'held', offeredUntil: { lte: at } },
    orderBy: { kind: 'asc' },
    take: most,
    select: { registrationId: true, kind: true, subjectId: true },
  })

/** What one registration claims of a kind of which it has at most one, such as its stay. */
export const findClaim = (
  tx: Transaction,
  registrationId: string,
  kind: ClaimKind,
): Promise<ClaimView | null> =>
  tx.claim.findFirst({
    where: { registrationId, kind },
    select: { id: true, subjectId: true, state: true, queuedAt: true, offeredUntil: true },
  })

/** The limited things that one claim holds or waits for. */
export async function listClaimPools(tx: Transaction, claimId: string): Promise<string[]> {
  const rows = await tx.claimPlace.findMany({ where: { claimId }, orderBy: { poolId: 'asc' } })
  return rows.map(({ poolId }) => poolId)
}

/** Who waits in the line for one of these things. */
export async function listWaitingClaims(tx: Transaction, subjectIds: string[]) {
  return await tx.claim.findMany({
    where: { subjectId: { in: subjectIds }, state: 'waiting' },
    select: { id: true, registrationId: true },
    orderBy: [{ queuedAt: 'asc' }, { id: 'asc' }],
  })
}

/** Which events have offers that ended by `at`. */
export async function listEventsWithEndedOffers(at: Date): Promise<string[]> {
  const rows = await db().claim.findMany({
    where: { offeredUntil: { lte: at } },
    select: { eventId: true },
    distinct: ['eventId'],
  })
  return rows.map(({ eventId }) => eventId)
}

/** What one registration claims with the places of each, for whoever trades them; needs `lockPools` to stay true. */
export async function listWholeClaims(tx: Transaction, registrationId: string): Promise<WholeClaim[]> {
  const rows = await tx.claim.findMany({ where: { registrationId }, include: { places: true } })
  return rows.map(({ id, kind, subjectId, state, offeredUntil, places }) => ({
    id,
    kind,
    subjectId,
    state,
    isOffered: offeredUntil !== null,
    pools: places.map(({ poolId }) => poolId),
  }))
}

type PoolRow = { id: string; kind: PoolView['kind']; day: Date | null; size: number | null; taken: number }

export const poolView = (row: PoolRow): PoolView => ({
  id: row.id,
  kind: row.kind,
  day: row.day ? dateOf(row.day) : null,
  size: row.size,
  taken: row.taken,
})
