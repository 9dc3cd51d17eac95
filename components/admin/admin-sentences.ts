import type { useTranslations } from 'next-intl'
import type { AccountRefusal, ResetSecondFactorRefusal } from '@/lib/auth/schema'
import type { ChangeSettingsRefusal, OperatorProblem } from '@/lib/installation/schema'
import type de from '@/messages/de.json'
import type en from '@/messages/en.json'

export type AdminRefusal = AccountRefusal | ResetSecondFactorRefusal | ChangeSettingsRefusal

type Words = (typeof en & typeof de)['admin']

// A new refusal without words in both languages does not compile.
const said = (words: Words) => ({
  refusals: words.refusals satisfies Record<AdminRefusal, string>,
  problems: words.settings.problems satisfies Record<OperatorProblem, string>,
})
type Said = ReturnType<typeof said>
type Translate = ReturnType<typeof useTranslations<'admin'>>

export const adminRefusal = (t: Translate, refusal: keyof Said['refusals']): string =>
  t(`refusals.${refusal}`)

/** Why something about who runs the house is not kept. */
export const operatorProblem = (t: Translate, problem: string): string =>
  t(`settings.problems.${problem as keyof Said['problems']}`)
