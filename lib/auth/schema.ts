import { z } from 'zod'

export type EventRole = 'owner' | 'organizer' | 'check_in'

/** Somebody with an account, as the session says; what they may do is decided by a key. */
export type SignedInUser = { id: string; email: string; name: string | null; isAdmin: boolean }

/** An address that somebody signs in with: compatibility forms folded, compared in lower case. */
export const signInInput = z.object({
  email: z
    .string()
    .transform((text) => text.normalize('NFKC').trim().toLowerCase())
    .pipe(z.email().max(254)),
})
export type SignInInput = z.output<typeof signInInput>

export type RequestSignInRefusal = 'too_many_tries'
export type SpendSignInLinkRefusal = 'link_spent_or_expired'
