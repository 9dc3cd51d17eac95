import { z } from 'zod'

export const noteLimit = 2_000
export const tagLimit = 50
/** An organizer's note about somebody, on as many lines as it needs. */
export const noteInput = z
  .string()
  .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
  .refine((text) => text !== '', 'missing')
  .refine((text) => text.length <= noteLimit, 'too_long')
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text.replaceAll(/[\n\t]/g, '')), 'unreadable')
/** Tags as they are typed, with commas between them; each once, as it was first written. */
export const tagsInput = z
  .string()
  .max(1_000, 'too_long')
  .transform((text) => [
    ...new Set(
      text
        .normalize('NFC')
        .split(/[,;\n]/)
        .map((tag) => tag.replaceAll(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim()),
    ),
  ])
  .transform((tags) => tags.filter(Boolean))
  .refine((tags) => tags.every((tag) => tag.length <= tagLimit) && tags.length <= 20, 'too_long')
export type NoteRefusal = 'unknown_registration' | 'unknown_note' | 'not_yours'

/** What organizers tell each other about somebody; `isMine` may be taken back by whoever reads it. */
export type NoteView = { id: string; text: string; authorId: string; createdAt: Date; isMine: boolean }
