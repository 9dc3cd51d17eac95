import { z } from 'zod'

export const mostBlanks = 500

export const blanksInput = z.object({ count: z.coerce.number().int().min(1).max(mostBlanks) })

/** What is scanned or typed of a blank badge: its code, or the number that stands on it. */
export const badgeInput = z.object({ registrationId: z.guid(), badge: z.string().trim().min(1).max(40) })

export type BlankBadge = { number: number; code: string }
export type AssignBadgeRefusal = 'not_allowed' | 'unknown_registration' | 'unknown_badge' | 'badge_taken'
