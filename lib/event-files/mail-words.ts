import { z } from 'zod'
import { type MailKind, mailKinds, ownWordLimits } from '../mail/schema'
import { line, listOf, prose } from './words'

const ownWords = z.strictObject({
  subject: line(ownWordLimits.subject).optional(),
  opening: prose(ownWordLimits.opening).optional(),
})
const inLanguages = z.strictObject({ en: ownWords.optional(), de: ownWords.optional() })
const kinds = Object.keys(mailKinds) as MailKind[]

/** The event's own words, by kind of mail and language. */
export const mailWords = z.partialRecord(z.enum(kinds), inLanguages).default({})
export type FileMails = z.output<typeof mailWords>

/** `7d` or `48h` before the event starts. */
const before = z.string().regex(/^[1-9]\d{0,3}[dh]$/)
export const reminders = listOf(
  z.strictObject({ kind: z.enum(['reminder', 'still_coming']).default('reminder'), before }),
  10,
)
export type FileReminder = z.output<typeof reminders>[number]
