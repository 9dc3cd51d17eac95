import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
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
