import type { useTranslations } from 'next-intl'
import type { BulkRefusal, StartRefusal } from '@/lib/bulk-acts/schema'
import type de from '@/messages/de.json'
import type en from '@/messages/en.json'

type Said = (typeof en & typeof de)['organizer']['many']
// A new refusal without words in both languages does not compile.
const sentences = (words: Said) => ({
  why: words.why satisfies Record<BulkRefusal, string>,
  refusals: words.refusals satisfies Record<StartRefusal, string>,
})

type Words = ReturnType<typeof useTranslations<'organizer.many'>>

export const whyNot = (t: Words, refusal: keyof ReturnType<typeof sentences>['why']): string =>
  t(`why.${refusal}`)

export const startRefusal = (t: Words, refusal: keyof ReturnType<typeof sentences>['refusals']): string =>
  t(`refusals.${refusal}`)
