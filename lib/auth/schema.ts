import { z } from 'zod'
import { languages } from '../languages'
import { searchWords } from '../search-words'

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

/** What one is called; an empty name is the address. No line breaks, no marks that turn the text around. */
export const accountName = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim() || null)
  .refine((text) => !text || (text.length <= 200 && !/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u.test(text)))

/** What somebody calls a passkey of theirs, to know it by. */
export const passkeyName = z
  .string()
  .transform((text) =>
    text
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
      .trim()
      .slice(0, 60),
  )
  .pipe(z.string().min(1))

/** By which ways a browser reaches a passkey (WebAuthn 3, 5.8.4); one that is none of these is left out. */
const transports = ['usb', 'nfc', 'ble', 'smart-card', 'hybrid', 'internal', 'cable'] as const

/** What a browser answers about a passkey, as JSON (WebAuthn 3, 5.1); its other parts are checked by who reads them. */
export const passkeyAnswer = z
  .string()
  .max(100_000)
  .transform(asJson)
  .pipe(
    z.looseObject({
      id: z
        .string()
        .max(2_000)
        .regex(/^[\w-]+$/),
      response: z.looseObject({
        transports: z
          .array(z.unknown())
          .catch([])
          .transform((told) => transports.filter((one) => told.includes(one)))
          .optional(),
      }),
    }),
  )
export type PasskeyAnswer = z.output<typeof passkeyAnswer>

/** One sign-in of an account, as its owner knows it; `device` is empty for a browser that does not say. */
export type SessionRow = {
  id: string
  device: string | null
  createdAt: Date
  lastSeenAt: Date
  isMine: boolean
}

/** What an account signs in with. */
export type Account = {
  email: string
  name: string | null
  hasAuthenticator: boolean
  passkeys: { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }[]
  codesLeft: number
  emailChange: { newEmail: string; oldConfirmed: boolean; newConfirmed: boolean } | null
}

/** By what a half signed-in person may prove who they are. */
export type Ways = { code: boolean; passkey: boolean; recovery: boolean }

/** A change of address as its link shows it, to whoever reads one of the two mailboxes. */
export type EmailChangeView = {
  side: 'old' | 'new'
  newEmail: string
  isConfirmed: boolean
  isOtherConfirmed: boolean
}

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
  q: searchWords,
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
export type EndSessionRefusal = 'unknown_session'
export type AuthenticatorRefusal = 'nothing_begun' | 'wrong_code' | 'too_many_tries'
export type ProveRefusal = 'wrong_code' | 'code_spent' | 'too_many_tries'
export type AddPasskeyRefusal = 'too_late' | 'unreadable' | 'too_many' | 'known_already'
export type ProvePasskeyRefusal = 'too_late' | 'unreadable' | 'copied'
export type RemoveFactorRefusal = 'gone_already'
export type ResetSecondFactorRefusal = 'nothing_to_reset'
export type AskEmailChangeRefusal = 'same_address' | 'too_many_tries'
export type EmailChangeRefusal = 'link_over' | 'address_taken'

function asJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue('not JSON')
    return z.NEVER
  }
}
