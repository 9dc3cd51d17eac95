import 'server-only'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import { newId } from '../ids'
import type { OrganizerKey } from '../keys'
import { queueMail } from '../mail/queue-mail'
import { ok, type Result, refused } from '../result'
import { derivedToken, hashToken } from '../tokens'
import { getOfferFor } from './queries'
import { eventFacts } from './rules'
import type { InvitationInput, InviteRefusal } from './schema'
import type { InvitationFacts } from './write-invitation'

/**
 * Sends somebody a personal way in, past every code of the event, which one registration can use. Refused for an
 * address that is registered or holds an open invitation already, and for an event that nobody can come to any more.
 */
export async function invite(
  key: OrganizerKey,
  { name, email, language }: InvitationInput,
): Promise<Result<{ id: string }, InviteRefusal>> {
  const { eventId, userId } = key
  const { event } = await getOfferFor(key)
  if (event.status !== 'published') return refused('not_published')
  const id = newId()
  return await db().$transaction(async (tx) => {
    const emailNormalized = email.toLowerCase()
    const known = { eventId, emailNormalized, status: { not: 'cancelled' as const } }
    if ((await tx.registration.count({ where: known })) > 0) return refused('already_registered')
    const hash = hashToken(derivedToken('invitation', id, 1))
    // Of two who invite the same address at once, the second finds it invited (index `invitation_open_once`).
    const made = await tx.invitation.createMany({
      data: [{ id, eventId, hash, name, email }],
      skipDuplicates: true,
    })
    if (made.count === 0) return refused('already_invited')
    const facts: InvitationFacts = { event: eventFacts(event), name, invitationId: id }
    await queueMail(tx, { kind: 'invitation', eventId, to: { name, address: email, language }, facts })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'invited',
      subject: 'invitation',
      subjectId: id,
    })
    return ok({ id })
  })
}
