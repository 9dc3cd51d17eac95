import { z } from 'zod'

/** What somebody types to find something, out of an address: one line, at most 200 letters; nothing for nothing. */
export const searchWords = z
  .string()
  .transform(
    (text) =>
      text
        .replace(/[\p{Cc}\p{Cs}]/gu, '')
        .trim()
        .slice(0, 200) || undefined,
  )
  .optional()
  .catch(undefined)
