import { z } from 'zod'

export const mostBlanks = 500

export const blanksInput = z.object({ count: z.coerce.number().int().min(1).max(mostBlanks) })

export type BlankBadge = { number: number; code: string }
export type AssignBadgeRefusal = 'not_allowed' | 'unknown_registration' | 'unknown_badge' | 'badge_taken'
