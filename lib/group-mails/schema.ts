import { z } from 'zod'
import type { Language } from '@/lib/languages'
import type { MailError, Placeholder } from '@/lib/mail/schema'

export const groupMailStates = ['draft', 'scheduled', 'sending', 'sent'] as const
export type GroupMailState = (typeof groupMailStates)[number]

/** What the words of a message may name in braces. A code or a link of somebody's own is none of it. */
export const groupPlaceholders = ['name', 'event', 'when', 'where'] as const satisfies readonly Placeholder[]

export const groupMailLimits = { subject: 200, text: 10_000 } as const

export type GroupText = { subject: string; text: string }
/** Empty in both parts where a language is not written in. */
export type GroupTexts = Partial<Record<Language, GroupText>>

const spoken = (max: number, unprintable: RegExp) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .refine((text) => text.length <= max, 'too_long' satisfies TextProblem)
    .refine((text) => !unprintable.test(text), 'unreadable' satisfies TextProblem)

/** What an organizer types in one language. */
export const groupTextInput = z.object({
  subject: spoken(groupMailLimits.subject, /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u),
  text: spoken(groupMailLimits.text, /(?![\n\t])[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u),
})

/** Why a text cannot go out; each has its sentence beside the field. */
export type TextProblem = 'too_long' | 'unreadable' | 'missing' | 'unknown_placeholder'

/** What a draft says, and to whom: `filter` is an attendee filter as an address says it. */
export type Draft = { id: string; filter: string; texts: GroupTexts; isAboutEvent: boolean }

export type SaveDraftRefusal = 'not_found' | 'already_sent' | 'changed_meanwhile'
export type PressRefusal =
  | 'not_found'
  | 'changed_meanwhile'
  | 'group_changed'
  | 'incomplete'
  | 'nobody'
  | 'unknown_time'
  | 'past'
  | 'too_far'

/** What was on the page as it was pressed; `at` is a time of the event's own clock, null for now. */
export type Press = { version: number; mark: string; at: string | null }

export type GroupMail = Draft & {
  state: GroupMailState
  version: number
  filterWords: Partial<Record<Language, string>> | null
  /** Who fitted, but wants no mails of the kind. */
  optedOut: number
  createdAt: Date
  sendAt: Date | null
  finishedAt: Date | null
}

/** `people` are those it is for; null before the press, when they are whoever fits then. */
export type GroupMailRow = Pick<GroupMail, 'id' | 'state' | 'texts' | 'createdAt' | 'sendAt'> & {
  people: number | null
}

/** Who would get a message now; `mark` changes with any one of them. */
export type Recipients = {
  ids: string[]
  mark: string
  optedOut: number
  byLanguage: Record<Language, number>
  cancelled: number
  unverified: number
}
export type RecipientName = { id: string; name: string; status: string; language: string }

/** What became of the mail to one of them. */
export const fates = ['waiting', 'sent', 'failed', 'cancelled', 'erased', 'opted_out'] as const
export type Fate = (typeof fates)[number]
export type FateCounts = Record<Fate, number>
export type FateRow = {
  id: string
  name: string
  fate: Fate
  mailId: string | null
  sentAt: Date | null
  error: { reason: MailError; said: string } | null
}

export const namesPerPage = 60
export const fatesPerPage = 50

/** What the list of a message's people is narrowed to; anything else in the address is ignored. */
export const fateFilter = z.object({
  fate: z.enum(fates).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
})
export type FateFilter = z.output<typeof fateFilter>

/** What the link in a mail leads to: whether mails of the kind still come. */
export type OptOut = { eventId: string; title: string; slug: string; accent: string | null; isOut: boolean }
