import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'

type Purpose = 'add' | 'prove'
const fiveMinutes = 5 * 60_000

/** What this session's browser is to sign next, in place of what it was to sign before. */
export async function keepChallenge(sessionId: string, purpose: Purpose, challenge: string): Promise<void> {
  const kept = { purpose, challenge, expiresAt: new Date(now().getTime() + fiveMinutes) }
  await db().passkeyChallenge.upsert({ where: { sessionId }, create: { sessionId, ...kept }, update: kept })
}

/** Takes it away, whatever the answer is worth: nothing is signed twice. Null when there is none, or too late. */
export async function takeChallenge(sessionId: string, purpose: Purpose): Promise<string | null> {
  const [kept] = await db().$queryRaw<{ challenge: string }[]>`
    DELETE FROM passkey_challenge WHERE session_id = ${sessionId}::uuid
      AND purpose = ${purpose} AND expires_at > ${now()} RETURNING challenge`
  return kept?.challenge ?? null
}
