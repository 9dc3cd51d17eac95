import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import { newId } from '../ids'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { hashToken, newToken } from '../tokens'
import type { linkHours } from './schema'

/** A link that opens one handout once, for whoever holds it. Its token is answered now and never again. */
export async function makeLink(
  key: OrganizerKey,
  handoutId: string,
  hours: (typeof linkHours)[number],
): Promise<Result<{ token: string }, 'handout_gone'>> {
  const { eventId, userId } = key
  const token = newToken()
  return await db().$transaction(async (tx) => {
    const kept = await tx.handout.findFirst({
      where: { id: handoutId, eventId, list: 'access', erasedAt: null },
    })
    if (!kept) return refused('handout_gone')
    const createdAt = now()
    const expiresAt = new Date(createdAt.getTime() + hours * 3_600_000)
    const id = newId()
    await tx.handoutLink.create({
      data: { id, eventId, handoutId, hash: hashToken(token), createdAt, expiresAt },
    })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'handout_link_made',
      subject: 'handout',
      subjectId: handoutId,
      facts: { link: id, expiresAt: expiresAt.toISOString() },
    })
    return ok({ token })
  })
}
