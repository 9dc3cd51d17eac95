import type { useTranslations } from 'next-intl'
import type { WalkInRefusal } from '@/lib/check-in/schema'
import type de from '@/messages/de.json'
import type en from '@/messages/en.json'

type Said = (typeof en & typeof de)['checkIn']['walkIn']['refusals']
// A new refusal without words in both languages does not compile.
const sentences = (words: Said) => words satisfies Record<Exclude<WalkInRefusal, 'wrong_answers'>, string>

export const walkInRefusal = (
  t: ReturnType<typeof useTranslations<'checkIn.walkIn'>>,
  refusal: keyof ReturnType<typeof sentences>,
): string => t(`refusals.${refusal}`)
