import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import { daysBefore, type OwnErasure } from '../erasure'
import { keptAfterItsEnd } from '../retention'
import { putTombstones } from '../tombstones/put-tombstones'
import { sessionLifetime } from './session-cookie'

const day = 24 * 3_600_000

/** What signing in has left behind: sessions that are over, questions nobody answered, set-ups nobody finished. */
export async function eraseOverSignIns(): Promise<void> {
  const { most, idle } = sessionLifetime()
  const ago = (milliseconds: number) => new Date(now().getTime() - milliseconds)
  await db().session.deleteMany({
    where: {
      OR: [
        { expires: { lte: now() } },
        { createdAt: { lte: ago(most * 1000) } },
        { lastSeenAt: { lte: ago(idle * 1000) } },
      ],
    },
  })
  await db().passkeyChallenge.deleteMany({ where: { expiresAt: { lte: now() } } })
  await db().emailChange.deleteMany({ where: { expiresAt: { lte: now() } } })
  await db().totpFactor.deleteMany({ where: { confirmedAt: null, startedAt: { lte: ago(day) } } })
}

/** Links to sign in that opened nothing for a while, and sessions that are over. */
export const signInErasure: OwnErasure = {
  count: async () => {
    const [sessions, tokens, links] = await Promise.all([
      db().session.count({ where: { expires: { lte: now() } } }),
      db().verificationToken.count({ where: { expires: { lte: now() } } }),
      db().accessToken.count({ where: lapsedLinks() }),
    ])
    return sessions + tokens + links
  },
  erase: async () => {
    await eraseOverSignIns()
    const tokens = await db().verificationToken.deleteMany({ where: { expires: { lte: now() } } })
    const links = await db().accessToken.deleteMany({ where: lapsedLinks() })
    return tokens.count + links.count
  },
}

const lapsedLinks = () => ({ expiresAt: { lt: daysBefore(now(), keptAfterItsEnd.links) } })

/** Whoever signed in for the last time long ago, and whose teams' events are as long over. Admins stay. */
export const accountErasure: OwnErasure = {
  count: async () => (await listForgotten(db())).length,
  erase: () =>
    db().$transaction(async (tx) => {
      const ids = await listForgotten(tx)
      await eraseAccounts(tx, ids)
      return ids.length
    }),
}

/** Deletes accounts with everything that opens for them; a team of an event long past may be left without an owner. */
export async function eraseAccounts(tx: Transaction, ids: string[]): Promise<number> {
  await tx.$executeRaw`SELECT set_config('lanyard.operator', 'on', true)`
  const { count } = await tx.user.deleteMany({ where: { id: { in: ids } } })
  await tx.$executeRaw`SELECT set_config('lanyard.operator', 'off', true)`
  await putTombstones(tx, 'account', ids)
  return count
}

async function listForgotten(tx: Transaction): Promise<string[]> {
  const until = daysBefore(now(), keptAfterItsEnd.accounts)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM user_account u
     WHERE NOT u.is_admin AND u.created_at < ${until}
       AND NOT EXISTS (SELECT 1 FROM session s WHERE s.user_id = u.id AND s.created_at >= ${until})
       AND NOT EXISTS (SELECT 1 FROM history_entry h
                        WHERE h.actor_kind = 'user' AND h.actor_id = u.id::text AND h.at >= ${until})
       AND NOT EXISTS (SELECT 1 FROM team_member m JOIN event e ON e.id = m.event_id
                        WHERE m.user_id = u.id AND (e.ends_at >= ${until} OR m.created_at >= ${until}))
     ORDER BY u.id LIMIT 200`
  return rows.map(({ id }) => id)
}
