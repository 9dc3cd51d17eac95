import type { useTranslations } from 'next-intl'
import type { AddRefusal } from '@/lib/registrations/by-hand-input'
import type de from '@/messages/de.json'
import type en from '@/messages/en.json'

type Said = (typeof en & typeof de)['organizer']['byHand']['refusals']
// A new refusal without words in both languages does not compile.
const sentences = (words: Said) => words satisfies Record<Exclude<AddRefusal, 'wrong_answers'>, string>

export const addRefusal = (
  t: ReturnType<typeof useTranslations<'organizer.byHand'>>,
  refusal: keyof ReturnType<typeof sentences>,
): string => t(`refusals.${refusal}`)
