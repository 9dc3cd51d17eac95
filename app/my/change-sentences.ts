import type { useTranslations } from 'next-intl'
import type {
  ChangeEmailRefusal,
  ChangeRefusal,
  ConfirmEmailRefusal,
  TakeOverRefusal,
  TransferRefusal,
} from '@/lib/registrations/own-refusals'
import type de from '@/messages/de.json'
import type en from '@/messages/en.json'

type Refusals =
  | Exclude<ChangeRefusal, 'changed_meanwhile' | 'wrong_answers'>
  | ChangeEmailRefusal
  | ConfirmEmailRefusal
  | TransferRefusal
  | TakeOverRefusal
type Said = (typeof en & typeof de)['change']['refusals']
// A new refusal without words in both languages does not compile.
const said = (words: Said) => words satisfies Record<Refusals, string>
type Words = ReturnType<typeof said>

export const changeRefusalSentence = (t: Translate, refusal: keyof Words): string => t(`refusals.${refusal}`)

type Translate = ReturnType<typeof useTranslations<'change'>>
