import type { useTranslations } from 'next-intl'
import type { LinkRefusal, PairRefusal, PhoneRefusal } from '@/lib/devices/schema'
import type de from '@/messages/de.json'
import type en from '@/messages/en.json'

type Words = (typeof en & typeof de)['devices']

// A new refusal without words in both languages does not compile.
const said = (words: Words) => ({
  desk: words.refusals satisfies Record<LinkRefusal | PhoneRefusal, string>,
  pair: words.pair.refusals satisfies Record<PairRefusal, string>,
})

export const pairRefusal = (
  t: ReturnType<typeof useTranslations<'devices.pair'>>,
  refusal: keyof ReturnType<typeof said>['pair'],
  /** What is free where a name was taken. */
  name: string,
): string => t(`refusals.${refusal}`, { name })
