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
