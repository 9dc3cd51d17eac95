import 'server-only'
import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import { now } from '../clock'
import { db } from '../db/client'
import { newId } from '../ids'
import type { AccountKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { lockAccount } from './lock-account'
import { markProven } from './mark-proven'
import { keepChallenge, takeChallenge } from './passkey-challenge'
import { recordOwnAct } from './record-own-act'
import { relyingParty } from './relying-party'
import type { AddPasskeyRefusal, PasskeyAnswer } from './schema'

const mostPasskeys = 20

/** What a browser needs to make a passkey for this account; it is to answer within five minutes. */
export async function beginPasskey({ userId, sessionId }: AccountKey) {
  const user = await db().user.findUniqueOrThrow({ where: { id: userId }, include: { passkeys: true } })
  const options = await generateRegistrationOptions({
    rpName: 'Lanyard',
    rpID: relyingParty().id,
    userName: user.email,
    userDisplayName: user.name ?? user.email,
    userID: new Uint8Array(Buffer.from(userId)),
    excludeCredentials: user.passkeys.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports,
    })),
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
  })
  await keepChallenge(sessionId, 'add', options.challenge)
  return options
}

/** Keeps the passkey that the browser has made: from now on signing in asks for it, or for another factor. */
export async function addPasskey(
  key: AccountKey,
  name: string,
  answer: PasskeyAnswer,
): Promise<Result<null, AddPasskeyRefusal>> {
  const { userId, sessionId } = key
  const expectedChallenge = await takeChallenge(sessionId, 'add')
  if (!expectedChallenge) return refused('too_late')
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty()
  const expected = { expectedChallenge, expectedOrigin, expectedRPID, requireUserVerification: false }
  const read = await verifyRegistrationResponse({ response: answer as never, ...expected }).catch(() => null)
  if (!read?.verified) return refused('unreadable')
  const { id: credentialId, publicKey, counter, transports = [] } = read.registrationInfo.credential
  return await db().$transaction(async (tx) => {
    await lockAccount(tx, userId)
    if ((await tx.passkey.count({ where: { userId } })) >= mostPasskeys) return refused('too_many')
    const made = { credentialId, publicKey, counter, transports, name, createdAt: now() }
    const { count } = await tx.passkey.createMany({
      data: { id: newId(), userId, ...made },
      skipDuplicates: true,
    })
    if (count === 0) return refused('known_already')
    await markProven(tx, key)
    await recordOwnAct(tx, userId, 'added_passkey')
    return ok(null)
  })
}
