import type { useTranslations } from 'next-intl'
import type { SendAgainRefusal } from '@/lib/mail/schema'
import type de from '@/messages/de.json'
import type en from '@/messages/en.json'

type Words = (typeof en & typeof de)['mail']['page']

// A new refusal without words in both languages does not compile.
const said = (words: Words) => words.refusals satisfies Record<SendAgainRefusal, string>

export const sendAgainRefusal = (t: Translate, refusal: keyof ReturnType<typeof said>): string =>
  t(`refusals.${refusal}`)

type Translate = ReturnType<typeof useTranslations<'mail.page'>>
