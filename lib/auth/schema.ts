import { z } from 'zod'
import { languages } from '../languages'

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

/** Whom to make an admin, and in which language the mail says so. */
export const adminInvitationInput = signInInput.extend({
  language: z.enum(languages.map(({ code }) => code)),
})
export type AdminInvitation = z.output<typeof adminInvitationInput>

/** Why an account stays as it is; `admin_no_more` is said to whoever lost the right since the page was drawn. */
export type AccountRefusal = 'admin_no_more' | 'unknown_account' | 'last_admin' | 'oneself' | 'account_locked'

export const accountGroups = ['admins', 'owners', 'locked'] as const

/** What the list of people is narrowed to; anything else in the address is ignored. */
export const accountFilter = z.object({
  q: z
    .string()
    .transform(
      (text) =>
        text
          .replace(/[\p{Cc}\p{Cs}]/gu, '')
          .trim()
          .slice(0, 200) || undefined,
    )
    .optional()
    .catch(undefined),
  only: z.enum(accountGroups).optional().catch(undefined),
  /** The last person of the page before. */
  after: z.uuid().optional().catch(undefined),
})
export type AccountFilter = z.output<typeof accountFilter>

export type EventPart = { slug: string; title: string; role: EventRole }

/** `events` are the latest few of `eventCount`; `lastSeenAt` is null for who never signed in. */
export type AccountRow = SignedInUser & {
  isLocked: boolean
  hasSecondFactor: boolean
  createdAt: Date
  lastSeenAt: Date | null
  sessions: number
  eventCount: number
  events: EventPart[]
}

export type AccountPage = { rows: AccountRow[]; count: number; next: string | null }

export const accountsPerPage = 50
