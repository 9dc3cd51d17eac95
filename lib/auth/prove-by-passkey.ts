import 'server-only'
import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { now } from '../clock'
import { db } from '../db/client'
import type { StepKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { markProven } from './mark-proven'
import { keepChallenge, takeChallenge } from './passkey-challenge'
import { recordOwnAct } from './record-own-act'
import { relyingParty } from './relying-party'
import type { PasskeyAnswer, ProvePasskeyRefusal } from './schema'

/** What a browser needs to ask for one of this account's passkeys; it is to answer within five minutes. */
export async function askForPasskey({ userId, sessionId }: StepKey) {
  const passkeys = await db().passkey.findMany({ where: { userId } })
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().id,
    allowCredentials: passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    userVerification: 'preferred',
  })
  await keepChallenge(sessionId, 'prove', options.challenge)
  return options
}

/**
 * Proves the second factor by a passkey of this account. A counter that does not go up is the mark of a copy
 * (WebAuthn 3, 6.1.1): it is refused, and history says so.
 */
export async function proveByPasskey(
  key: StepKey,
  answer: PasskeyAnswer,
): Promise<Result<null, ProvePasskeyRefusal>> {
  const { userId, sessionId } = key
  const expectedChallenge = await takeChallenge(sessionId, 'prove')
  if (!expectedChallenge) return refused('too_late')
  const passkey = await db().passkey.findFirst({ where: { userId, credentialId: answer.id } })
  if (!passkey) return refused('unreadable')
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty()
  // The counter is compared below, under the row's lock; zero here keeps the library from deciding it first.
  const credential = { id: passkey.credentialId, publicKey: passkey.publicKey, counter: 0 }
  const expected = { expectedChallenge, expectedOrigin, expectedRPID, requireUserVerification: false }
  const response = answer as never
  const read = await verifyAuthenticationResponse({ response, credential, ...expected }).catch(() => null)
  if (!read?.verified) return refused('unreadable')
  const { newCounter } = read.authenticationInfo
  return await db().$transaction(async (tx) => {
    const { count } = await tx.passkey.updateMany({
      where: {
        id: passkey.id,
        OR: [{ counter: { lt: newCounter } }, ...(newCounter === 0 ? [{ counter: 0 }] : [])],
      },
      data: { counter: newCounter, lastUsedAt: now() },
    })
    if (count === 0) {
      await recordOwnAct(tx, userId, 'refused_passkey')
      return refused('copied')
    }
    await markProven(tx, key)
    return ok(null)
  })
}
