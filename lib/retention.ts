/** How many days things about people are kept after the last day of their event, in the event's zone. */
export const keptAfterEvent = {
  /** What somebody cannot eat, and what they need to take part. */
  health: 7,
  /** Names as on an ID, for the host's list. */
  access: 7,
  hotel: 30,
  /** What mails said; a mail that was written later counts from then. */
  mails: 30,
  /** Whoever did not come in the end: cancelled, in line, never approved. */
  absent: 30,
  people: 90,
  history: 365,
} as const

/** How many days after it ended by itself, whenever its event is. */
export const keptAfterItsEnd = {
  /** Somebody's address that was never confirmed, after its link has lapsed: perhaps it was not theirs. */
  unconfirmed: 7,
  imports: 7,
  links: 30,
  invitations: 30,
  reports: 90,
  /** Whoever signs in, after the last time and after the last event of their teams. */
  accounts: 365,
  sessions: 0,
} as const

/** With the date that whoever hands out a list says, with the page of the event, until it is taken back, or for hours. */
export type KeptOtherwise = 'said' | 'page' | 'hours' | 'installation'

export type Retention = keyof typeof keptAfterEvent | keyof typeof keptAfterItsEnd | KeptOtherwise
