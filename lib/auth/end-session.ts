import 'server-only'
import { db } from '../db/client'
import { hashToken } from '../tokens'

/** Forgets a session for good, whatever cookie still carries it. */
export async function endSession(token: string): Promise<void> {
  await db().session.deleteMany({ where: { sessionToken: hashToken(token) } })
}
