import type { getMyData } from './queries'

/** Everything that is kept about one registration, as its person reads it. */
export type MyData = Awaited<ReturnType<typeof getMyData>>

export const eventErasureKinds = [
  ...(['allergies', 'accessibility', 'legal_names', 'stays', 'mails', 'messages'] as const),
  ...([
    'invitations',
    'absent',
    'people',
    'team_food',
    'scans',
    'devices',
    'handouts',
    'opt_outs',
    'views',
  ] as const),
  ...(['addresses', 'recipients', 'history'] as const),
] as const
export type EventErasureKind = (typeof eventErasureKinds)[number]

export const ownErasureKinds = [
  ...(['unconfirmed', 'links', 'due_handouts', 'imports', 'reports'] as const),
  ...(['team_invitations', 'sign_ins', 'house_mails', 'house_history', 'accounts'] as const),
] as const
export type OwnErasureKind = (typeof ownErasureKinds)[number]

export type ErasureKind = EventErasureKind | OwnErasureKind

/** What will be erased next: `on` is a date in the event's zone, `count` how much of it there is today. */
export type NextErasure = {
  event: { id: string; slug: string; title: string }
  kind: EventErasureKind
  on: string
  count: number
}

/** What was erased, or would be: null stands for the house itself. */
export type ErasedCount = { slug: string | null; kind: ErasureKind; count: number }

export type { FieldName } from './fields'

/** One field of the register in words; `name` is its key. */
export type NoticeRow = Record<'name' | 'field' | 'purpose' | 'basis' | 'seenBy' | 'keep', string>

/** What an event tells people about their data, in one language; `own` is HTML of the organizers, sanitized. */
export type NoticeText = { own: string | null; asked: NoticeRow[]; comes: NoticeRow[]; stays: string }

/** A version of it; null in `madeAt` where the event has none yet. `until` is when the next one came. */
export type Notice = { version: number; madeAt: Date | null; until: Date | null; text: NoticeText }
export type NoticeVersion = { version: number; madeAt: Date }
