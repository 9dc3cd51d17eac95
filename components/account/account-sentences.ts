import type { useTranslations } from 'next-intl'
import type {
  AddPasskeyRefusal,
  AskEmailChangeRefusal,
  AuthenticatorRefusal,
  EmailChangeRefusal,
  EndSessionRefusal,
  ProvePasskeyRefusal,
  ProveRefusal,
  RemoveFactorRefusal,
} from '@/lib/auth/schema'
import type de from '@/messages/de.json'
import type en from '@/messages/en.json'

export type AccountRefusal =
  | AddPasskeyRefusal
  | AskEmailChangeRefusal
  | AuthenticatorRefusal
  | EmailChangeRefusal
  | EndSessionRefusal
  | ProvePasskeyRefusal
  | ProveRefusal
  | RemoveFactorRefusal
  | 'no_factor'
  | 'set_up_already'

type Words = (typeof en & typeof de)['account']

// A new refusal without words in both languages does not compile.
const said = (words: Words) => words.refusals satisfies Record<AccountRefusal, string>

export const accountRefusal = (t: Translate, refusal: keyof ReturnType<typeof said>): string =>
  t(`refusals.${refusal}`)

type Translate = ReturnType<typeof useTranslations<'account'>>
