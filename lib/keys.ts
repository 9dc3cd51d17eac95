/** Keys: proof that a right was read from the database in this request. Only `lib/auth` mints them. */
declare const proof: unique symbol
type Key<Kind extends string, Facts> = Readonly<Facts> & { readonly [proof]: Kind }

/** May plan one event and see everything about its people. `role` is `admin` for the installation's admins. */
export type OrganizerKey = Key<
  'organizer',
  { eventId: string; userId: string; role: 'owner' | 'organizer' | 'admin' }
>

/** May decide who plans the event besides themselves. */
export type OwnerKey = OrganizerKey & { readonly role: 'owner' | 'admin' }

/** What stands behind a check-in key: a device that only scans, somebody who also searches, or who also overrules. */
export type DoorRank = 'scan_only' | 'staff' | 'supervisor'

/**
 * May mark arrivals at one event: a person (`userId`) who is signed in (`sessionId`), their program (`tokenId`) or a
 * paired device (`deviceId`).
 */
export type CheckInKey = Key<
  'check_in',
  {
    eventId: string
    userId: string | null
    sessionId: string | null
    tokenId: string | null
    deviceId: string | null
    deviceName: string | null
    rank: DoorRank
  }
>

/** The same, held by somebody with an account. */
export type StaffKey = CheckInKey & { readonly userId: string }

/** Holds one registration by the link from its mail. */
export type AttendeeKey = Key<'attendee', { eventId: string; registrationId: string }>

/** May make new events. */
export type CreatorKey = Key<'creator', { userId: string }>

/** Runs the installation. */
export type AdminKey = Key<'admin', { userId: string }>

/** May change the own account, from one session. */
export type AccountKey = Key<'account', { userId: string; sessionId: string }>

/** Is half signed in: a session that still owes its second factor, and may do nothing but prove it. */
export type StepKey = Key<'step', { userId: string; sessionId: string }>
