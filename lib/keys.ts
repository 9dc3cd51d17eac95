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

/** May mark arrivals at one event; a person (`userId`) or a paired program (`tokenId`). */
export type CheckInKey = Key<'check_in', { eventId: string; userId: string; tokenId: string | null }>

/** Holds one registration by the link from its mail. */
export type AttendeeKey = Key<'attendee', { eventId: string; registrationId: string }>

/** May make new events. */
export type CreatorKey = Key<'creator', { userId: string }>

/** Runs the installation. */
export type AdminKey = Key<'admin', { userId: string }>
