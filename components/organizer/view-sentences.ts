import type { useTranslations } from 'next-intl'
import type { ViewRefusal } from '@/lib/attendees/schema'
import type de from '@/messages/de.json'
import type en from '@/messages/en.json'

type Said = (typeof en & typeof de)['organizer']['list']['views']['refusals']
// A new refusal without words in both languages does not compile.
const sentences = (words: Said) => words satisfies Record<ViewRefusal, string>

export const viewRefusal = (
  t: ReturnType<typeof useTranslations<'organizer.list.views'>>,
  refusal: keyof ReturnType<typeof sentences>,
): string => t(`refusals.${refusal}`)
