import { Secret, TOTP } from 'otpauth'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { newId } from '@/lib/ids'
import type { AccountKey, StepKey } from '@/lib/keys'
import { hashToken, newToken, seal } from '@/lib/tokens'
import { makeSession } from './team'

/** A browser that somebody is signed in with: what its cookie carries, and the keys that it holds. */
export async function openBrowser(user: { id: string }) {
  const token = await makeSession(user)
  const session = await db().session.findUniqueOrThrow({ where: { sessionToken: hashToken(token) } })
  const facts = { userId: user.id, sessionId: session.id }
  return { token, account: facts as AccountKey, step: facts as StepKey }
}

/** An authenticator app that somebody has set up; answers what the app shows, some half minutes from now. */
export async function makeTotp(
  { id: userId }: { id: string },
  overrides: Partial<Prisma.TotpFactorUncheckedCreateInput> = {},
) {
  const { base32 } = new Secret({ size: 20 })
  const secret = seal('totp', `${userId} ${base32}`)
  const when = { startedAt: new Date(), confirmedAt: new Date() }
  await db().totpFactor.create({ data: { userId, secret, ...when, ...overrides } })
  return { code: (halfMinutes = 0) => codeOf(base32, halfMinutes) }
}

/** What an app that has learnt this secret shows, some half minutes from now. */
export const codeOf = (base32: string, halfMinutes = 0): string =>
  new TOTP({ secret: Secret.fromBase32(base32) }).generate({ timestamp: Date.now() + halfMinutes * 30_000 })

/** A passkey that no browser holds: enough to be asked for it. */
export async function makePasskey({ id: userId }: { id: string }, name = 'Phone') {
  const id = newId()
  const made = { credentialId: newToken(), publicKey: new Uint8Array([0]), counter: 0, createdAt: new Date() }
  await db().passkey.create({ data: { id, userId, name, transports: [], ...made } })
  return id
}

/** A change of address that both mailboxes are asked about, by these tokens. */
export async function makeEmailChange(
  { id: userId }: { id: string },
  tokens: { old: string; new: string },
  newEmail = `new-${newId()}@example.org`,
) {
  const hashes = { oldHash: hashToken(tokens.old), newHash: hashToken(tokens.new) }
  const when = { createdAt: new Date(), expiresAt: new Date(Date.now() + 86_400_000) }
  await db().emailChange.create({ data: { userId, sessionId: newId(), newEmail, ...hashes, ...when } })
  return newEmail
}
