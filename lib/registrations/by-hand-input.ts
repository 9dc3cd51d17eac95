import { z } from 'zod'
import { reasonInput } from '../hotels/schema'

/** How an organizer adds somebody: with what they agreed to, beyond what is there or not, and with a mail or without. */
export const byHandInput = z.object({
  agreed: z.enum(['on_paper', 'not_given'], { error: 'missing' }),
  isTold: z.boolean(),
  isForced: z.boolean(),
  reason: reasonInput,
  language: z.enum(['en', 'de']).catch('en'),
})
export type ByHand = z.output<typeof byHandInput>
export const addRefusals = [
  'event_cancelled',
  'event_full',
  'already_registered',
  'reason_missing',
  'wrong_answers',
] as const
export type AddRefusal = (typeof addRefusals)[number]
