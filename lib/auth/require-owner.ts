import 'server-only'
import { forbidden } from 'next/navigation'
import type { OrganizerKey, OwnerKey } from '../keys'

/** The key to an event's team, held by its owners and by admins; its organizers are told that they may not. */
export const requireOwner = (key: OrganizerKey): OwnerKey => ownerKey(key) ?? forbidden()

/** The same key where it only opens more; null for organizers. */
export const ownerKey = (key: OrganizerKey): OwnerKey | null =>
  key.role === 'organizer' ? null : (key as OwnerKey)
