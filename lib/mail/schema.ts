import { z } from 'zod'
import type { Accent } from '@/lib/accents'
import type { Language } from '@/lib/dates'

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
  | { to: 'manage'; registrationId: string; version: number }
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
  card?: LetterCard
  actions: LetterAction[]
  closing: string[]
  /** Where an answer goes, usually the event's people. */
  replyTo?: string
  calendar?: { filename: string; text: string }
}

export const mailStates = ['waiting', 'sent', 'failed'] as const
export type MailState = (typeof mailStates)[number]

/** Why a mail did not leave; the first two are tried again, the others need a person. */
export const mailErrors = [
  'unreachable',
  'refused_for_now',
  'no_such_mailbox',
  'refused',
  'unreadable',
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
  language: Language
  content: { subject: string; text: string; html: string } | null
}

export type MailCounts = Record<MailState, number> & { oldestWaitingAt: Date | null; hasServer: boolean }

/** What the list of mails is narrowed to; anything else in the address is ignored. */
export const mailFilter = z.object({
  state: z.enum(mailStates).optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
})

/** Why a mail is not sent again. */
export type SendAgainRefusal = 'not_found' | 'still_waiting' | 'too_soon'

/** Kinds that carry a key to an account; nobody reads them in the product. */
export const secretKinds: readonly string[] = ['sign_in']
