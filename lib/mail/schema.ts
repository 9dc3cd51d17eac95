import { z } from 'zod'
import type { Accent } from '@/lib/accents'
import type { Language } from '@/lib/dates'
import { languages } from '@/lib/languages'
import { searchWords } from '@/lib/search-words'

/** What a waiting row of the outbox says; `facts` belong to the domain that queued it. */
export type OutboxFacts = {
  id: string
  kind: string
  language: Language
  toName: string
  registrationId: string | null
  eventId: string | null
  facts: unknown
  createdAt: Date
}

/** One domain's words for one kind of mail. Pure: the same row always gives the same letter. */
export type Composer = (mail: OutboxFacts) => Letter

/** Who writes which kind of mail. */
export type Composers = Readonly<Record<string, Composer>>

/** A link before delivery. Nothing here can be used by a stranger who reads the outbox. */
export type Link =
  | { to: 'page'; path: string }
  /** `page` is a word that `/my/{token}` knows (`?then=`); it leads on to one of the person's own pages. */
  | { to: 'manage'; registrationId: string; version: number; page?: string }
  /** `path` carries `{token}`, which is made anew from purpose and id whenever the mail leaves. */
  | { to: 'derived'; purpose: string; id: string; path: string }
  /** `path` carries `{token}`, which is unsealed from the row when the mail leaves. */
  | { to: 'sealed'; path: string }

export type LetterFact = readonly [label: string, value: string]

/** The badge: what the person holds, as a card. `code` is drawn as a QR code beside its letters. */
export type LetterCard = {
  eventTitle: string
  accent: Accent
  name: string
  organization?: string
  facts: LetterFact[]
  noCamera: boolean
  noCameraLabel?: string
  code?: string
  codeLabel?: string
}

export type LetterAction = { label: string; link: Link }

/** A mail as plain words; `renderLetter` makes text and HTML of it and escapes everything. */
export type Letter = {
  subject: string
  preheader?: string
  greeting: string
  paragraphs: string[]
  /** Markdown, after the paragraphs; its placeholders become dead text. */
  body?: string
  card?: LetterCard
  actions: LetterAction[]
  closing: string[]
  /** Where an answer goes, usually the event's people. */
  replyTo?: string
  /** Where a mail program says that this address wants no more of the kind (RFC 8058): takes a POST without a cookie. */
  unsubscribe?: Link
  calendar?: { filename: string; text: string }
  /** What the placeholders in an event's own words stand for; see `mailKinds`. */
  fill?: Fill
}

/** What an event's own words may name in braces; each becomes dead text when the mail is written. */
export const placeholders = ['name', 'event', 'when', 'where', 'position', 'until'] as const
export type Placeholder = (typeof placeholders)[number]
export type Fill = Partial<Record<Placeholder, string>>

const always = ['name', 'event', 'when', 'where'] as const

/** Every kind that an event may put into its own words, with what it may name. Sign-in mail is nobody's to change. */
export const mailKinds = {
  confirmed: always,
  waitlisted: [...always, 'position'],
  unverified: [...always, 'until'],
  pending_approval: always,
  already_registered: always,
  promoted: always,
  offered: [...always, 'until'],
  offer_expired: always,
  expired: always,
  declined: always,
  cancelled: always,
  reminder: always,
  still_coming: always,
  event_changed: always,
  event_cancelled: always,
  room_shared: always,
  room_parted: always,
  room_released: always,
  room_wished: always,
  room_undecided: always,
  invitation: always,
  changed: always,
  change_email: always,
  address_known: always,
  email_changed: always,
  transfer_offered: ['event', 'when', 'where', 'until'],
  transfer_known: ['event', 'when', 'where', 'until'],
} as const satisfies Record<string, readonly Placeholder[]>
export type MailKind = keyof typeof mailKinds

/** What an event says itself in one kind and language; null is the house's words. */
export type OwnWords = { subject: string | null; opening: string | null }
export type OwnWordsByLanguage = Partial<Record<Language, OwnWords>>
export type MailText = OwnWords & { kind: string; language: Language }

export const ownWordLimits = { subject: 200, opening: 2_000 } as const

/** Why own words are not kept; each has its sentence beside the field. */
export type OwnWordProblem = 'too_long' | 'unreadable'

const spoken = (max: number, unprintable: RegExp) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .refine((text) => text.length <= max, 'too_long' satisfies OwnWordProblem)
    .refine((text) => !unprintable.test(text), 'unreadable' satisfies OwnWordProblem)
    .transform((text) => text || null)

/** What an organizer types for one kind and language; empty means the house's words. */
export const ownWordsInput = z.object({
  subject: spoken(ownWordLimits.subject, /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u),
  opening: spoken(ownWordLimits.opening, /(?!\n)[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u),
})

/** Why nothing was kept: somebody else saved other words since they were shown. */
export type SaveOwnWordsRefusal = 'changed_meanwhile'

export const mailStates = ['waiting', 'sent', 'failed'] as const
export type MailState = (typeof mailStates)[number]

/** Why a mail did not leave; the first two are tried again, the others need a person. */
export const mailErrors = [
  'unreachable',
  'refused_for_now',
  'no_such_mailbox',
  'refused',
  'unreadable',
  'held_by_restore',
  'address_left',
] as const
export type MailError = (typeof mailErrors)[number]

export type MailRow = {
  id: string
  kind: string
  toName: string
  toAddress: string
  state: MailState
  attempts: number
  createdAt: Date
  sentAt: Date | null
  registrationId: string | null
  error: { reason: MailError; said: string } | null
}

/** `content` is null when what it said has been erased or cannot be read any more. */
export type ReadableMail = MailRow & {
  eventId: string | null
  language: Language
  mayBeRepeated: boolean
  content: { subject: string; text: string; html: string } | null
}

export type MailCounts = Record<MailState, number> & { oldestWaitingAt: Date | null; hasServer: boolean }
/** `failedLately` are those of a week that can be read. */
export type HouseMails = MailCounts & { failedLately: number; lastSentAt: Date | null }

/** What the list of mails is narrowed to; anything else in the address is ignored. */
export const mailFilter = z.object({
  state: z.enum(mailStates).optional().catch(undefined),
  kind: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional()
    .catch(undefined),
  /** Part of a name or an address. */
  q: searchWords,
  before: z.uuid().optional().catch(undefined),
})

export type MailFilter = z.output<typeof mailFilter>

/** Why mails do not flow just now. `unreachable` is the oldest mail that the server did not take. */
export type MailTrouble =
  | { reason: 'no_server'; waiting: number }
  | { reason: 'unreachable' | 'late'; waiting: number; since: Date }

/** Which mail to show, in which language and as wide as what; anything else in the address is ignored. */
export const mailView = z.object({
  kind: z.enum(Object.keys(mailKinds) as MailKind[]).catch('confirmed'),
  language: z
    .enum(languages.map(({ code }) => code))
    .optional()
    .catch(undefined),
  width: z.enum(['wide', 'narrow']).catch('wide'),
})
export type MailView = z.output<typeof mailView>

/** Why a mail is not sent again. */
export type SendAgainRefusal = 'not_found' | 'still_waiting' | 'too_soon' | 'cannot_be_repeated'

/** Kinds that carry a key to an account; nobody reads them in the product. */
export const secretKinds: readonly string[] = [
  'sign_in',
  'sign_in_change',
  'sign_in_change_new',
  'team_invitation',
]

/** Kinds about an event that its team gets; who of them takes part, too, gets them all the same. */
export const teamMailKinds: readonly string[] = ['list_to_strike', 'team_invitation']

/** Kinds with a link that acts once and is forgotten as the mail leaves: only who asked for one can ask for another. */
export const oneTimeKinds: readonly string[] = [...secretKinds, 'change_email', 'transfer_offered']
