import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { newId } from '../ids'
import { hashToken, newToken } from '../tokens'

const minute = 60_000

/** How long a link waits for its click: one in a mailbox, and one printed where it was asked for. */
export const linkLifetime = { mailed: 10 * minute, printed: 24 * 60 * minute }

/**
 * A secret that signs one account in once; only its hash stays. Answers the token, for a path or a mail. One that
 * proves the second factor too is for whoever holds the machine itself.
 */
export async function makeSignInToken(
  tx: Transaction,
  userId: string,
  lifetime: number,
  provesSecondFactor = false,
): Promise<string> {
  const token = newToken()
  await tx.accessToken.create({
    data: {
      id: newId(),
      purpose: 'sign_in',
      hash: hashToken(token),
      userId,
      provesSecondFactor,
      expiresAt: new Date(now().getTime() + lifetime),
    },
  })
  return token
}

export const signInLink = (baseUrl: string, token: string): string => `${baseUrl}/sign-in/${token}`
