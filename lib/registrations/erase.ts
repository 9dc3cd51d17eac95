import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import { Prisma } from '../db/generated/client'
import { countsOf, daysBefore, type EventErasure, type OwnErasure } from '../erasure'
import { eraseLinesOf } from '../handouts/erase'
import { eraseHistoryOf } from '../history/erase'
import { eraseStaysOf } from '../hotels/erase'
import { eraseMealsOf } from '../meals/erase'
import { keptAfterItsEnd } from '../retention'
import { putTombstones } from '../tombstones/put-tombstones'
import { forgetPeople } from './forget-people'

/** What people need to take part. */
export const accessibilityErasure = columnErasure(Prisma.sql`accessibility`, 'accessibility')

/** Names as on an ID. */
export const legalNameErasure = columnErasure(Prisma.sql`legal_name`, 'legalName')

/** Whom organizers invited and who did not come that way. */
export const invitationErasure: EventErasure = {
  count: async () =>
    countsOf(
      await db().$queryRaw`
        SELECT event_id, count(*)::integer AS count FROM invitation
         WHERE registration_id IS NULL GROUP BY event_id`,
    ),
  erase: async (tx, { eventId, before }) => {
    const unused = { eventId, registrationId: null, createdAt: { lte: before } }
    return (await tx.invitation.deleteMany({ where: unused })).count
  },
}

/** Whoever was not confirmed in the end: cancelled, in line, never approved. */
export const absentErasure = people(false)

/** Everybody else: what stays is a count. */
export const peopleErasure = people(true)

/** Addresses that nobody ever confirmed, long after their link has lapsed, also before the event. */
export const unconfirmedErasure: OwnErasure = {
  count: async () => (await listUnconfirmed(db(), 100_000)).length,
  erase: () =>
    db().$transaction(async (tx) => {
      const lapsed = await listUnconfirmed(tx, 50)
      const ids = lapsed.map(({ id }) => id)
      for (const eventId of new Set(lapsed.map(({ event_id }) => event_id)))
        await forget(tx, eventId, ofEvent(lapsed, eventId), { keepsMeals: false, byAddress: false })
      await putTombstones(tx, 'person', ids)
      return ids.length
    }),
}

/** Links that act once, long after they lapsed. */
export const linkErasure: OwnErasure = {
  count: () => db().registrationToken.count({ where: lapsedLinks() }),
  erase: async () => (await db().registrationToken.deleteMany({ where: lapsedLinks() })).count,
}

const lapsedLinks = () => ({ expiresAt: { lt: daysBefore(now(), keptAfterItsEnd.links) } })

// Whoever had registered may have answered again since; history knows which fields they changed.
function columnErasure(column: Prisma.Sql, field: string): EventErasure {
  return {
    count: async () =>
      countsOf(
        await db().$queryRaw`
          SELECT event_id, count(*)::integer AS count FROM registration WHERE ${column} IS NOT NULL GROUP BY event_id`,
      ),
    erase: (tx, { eventId, most, before }) =>
      tx.$executeRaw`
        UPDATE registration SET ${column} = NULL WHERE id IN (
          SELECT id FROM registration WHERE event_id = ${eventId}::uuid AND ${column} IS NOT NULL
             AND registered_at <= ${before} AND NOT EXISTS (
               SELECT 1 FROM history_entry h WHERE h.subject_id = registration.id::text AND h.act = 'changed'
                  AND h.at > ${before} AND jsonb_exists(h.facts -> 'fields', ${field}))
           LIMIT ${most} FOR UPDATE SKIP LOCKED)`,
  }
}

function people(isConfirmed: boolean): EventErasure {
  return {
    count: async () =>
      countsOf(
        await db().$queryRaw`
          SELECT event_id, count(*)::integer AS count FROM registration
           WHERE anonymized_at IS NULL AND (status = 'confirmed') = ${isConfirmed} GROUP BY event_id`,
      ),
    erase: async (tx, { eventId, most, before }) => {
      const rows = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM registration
         WHERE event_id = ${eventId}::uuid AND anonymized_at IS NULL AND (status = 'confirmed') = ${isConfirmed}
           AND registered_at <= ${before} AND (cancelled_at IS NULL OR cancelled_at <= ${before}) ORDER BY id LIMIT ${most} FOR UPDATE SKIP LOCKED`
      const ids = rows.map(({ id }) => id)
      if (ids.length > 0) await forget(tx, eventId, ids, { keepsMeals: isConfirmed })
      return ids.length
    },
  }
}

async function forget(
  tx: Transaction,
  eventId: string,
  ids: string[],
  { keepsMeals, byAddress = true }: { keepsMeals: boolean; byAddress?: boolean },
): Promise<void> {
  await eraseHistoryOf(tx, ids)
  if (!keepsMeals) await eraseMealsOf(tx, ids)
  if (!keepsMeals) await eraseStaysOf(tx, ids)
  await eraseLinesOf(tx, ids)
  await forgetPeople(tx, eventId, ids, { byAddress })
}

type Lapsed = { id: string; event_id: string }

const listUnconfirmed = (tx: Transaction, most: number) =>
  tx.$queryRaw<Lapsed[]>`
    SELECT id, event_id FROM registration
     WHERE anonymized_at IS NULL AND status = 'cancelled' AND cancel_reason = 'expired' AND verified_at IS NULL
       AND unverified_until < ${daysBefore(now(), keptAfterItsEnd.unconfirmed)}
     ORDER BY id LIMIT ${most} FOR UPDATE SKIP LOCKED`

const ofEvent = (lapsed: Lapsed[], eventId: string): string[] =>
  lapsed.filter(({ event_id }) => event_id === eventId).map(({ id }) => id)
