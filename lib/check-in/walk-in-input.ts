import { z } from 'zod'
import { reasonInput } from '../hotels/schema'
import type { ByHand } from '../registrations/by-hand-input'
import { instant, plainText } from './schema'

/** How somebody is registered at the door: the fact of their arrival, and what the desk decides about them. */
export type WalkInHow = Omit<ByHand, 'isTold'> & {
  /** The registration's submission and the arrival's fact. */
  id: string
  at: Date
  sentAt?: Date
  /** The point's key; without it, the one that counts as arrival. */
  point?: string
  device: string
}

export const mostWalkInsInABatch = 100

/** What `POST /api/check-in/{slug}/walk-ins` takes: the short form, kept by a device until it could be sent. */
export const walkInBatchInput = z.strictObject({
  device: plainText(80),
  sentAt: instant.optional(),
  walkIns: z
    .array(
      z.strictObject({
        id: z.guid(),
        at: instant,
        point: plainText(80).optional(),
        name: z.string().max(1000),
        email: z.string().max(1000),
        organization: z.string().max(1000).default(''),
        legalName: z.string().max(1000).default(''),
        photo: z.enum(['fine', 'no_camera']),
        agreed: z.boolean(),
        language: z.enum(['en', 'de']).default('en'),
        force: z.boolean().default(false),
        reason: reasonInput.default(''),
      }),
    )
    .max(mostWalkInsInABatch),
})
export type WalkInBatch = z.output<typeof walkInBatchInput>
