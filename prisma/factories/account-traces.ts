import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { OrganizerKey } from '@/lib/keys'
import { newToken } from '@/lib/tokens'
import { makeSession } from './team'

/** A row in every table about somebody who signs in. */
export async function leaveInTheHouse({ eventId, userId }: OrganizerKey) {
  const now = new Date()
  const meal = await db().meal.findFirstOrThrow({ where: { eventId }, include: { options: true } })
  await db().teamDiet.create({ data: { eventId, userId, diet: ['kosher'] } })
  await db().teamMeal.create({
    data: { eventId, userId, mealId: meal.id, optionId: meal.options[0]!.id, choice: 'mild' },
  })
  await makeSession({ id: userId })
  const session = await db().session.findFirstOrThrow({ where: { userId } })
  await db().account.create({
    data: { userId, type: 'oauth', provider: 'example', providerAccountId: 'x' },
  })
  await db().verificationToken.create({ data: { identifier: 'x', token: newToken(), expires: now } })
  await db().accessToken.create({
    data: { id: newId(), purpose: 'sign_in', hash: newToken(), userId, expiresAt: now },
  })
  await db().teamInvitation.create({
    data: {
      ...{
        id: newId(),
        eventId,
        email: 'x@example.org',
        role: 'organizer',
        language: 'en',
        hash: newToken(),
      },
      ...{ mailId: newId(), invitedById: userId, sentAt: now, expiresAt: now },
    },
  })
  await db().totpFactor.create({ data: { userId, secret: 'x', startedAt: now, confirmedAt: now } })
  await db().passkey.create({
    data: {
      ...{ id: newId(), userId, credentialId: 'x', publicKey: new Uint8Array([1]), counter: 0n },
      ...{ transports: [], name: 'x', createdAt: now },
    },
  })
  await db().passkeyChallenge.create({
    data: { sessionId: session.id, challenge: 'x', purpose: 'prove', expiresAt: now },
  })
  await db().recoveryCode.create({ data: { userId, hash: newToken() } })
  await db().emailChange.create({
    data: {
      ...{
        userId,
        sessionId: session.id,
        newEmail: 'x@example.org',
        oldHash: newToken(),
        newHash: newToken(),
      },
      ...{ createdAt: now, expiresAt: now },
    },
  })
  await db().outboxMail.create({
    data: { id: newId(), kind: 'sign_in', language: 'en', toName: 'x', toAddress: 'x', facts: { a: 1 } },
  })
}
