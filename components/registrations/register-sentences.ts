import type { useTranslations } from 'next-intl'
import type { FieldProblem, RegisterRefusal } from '@/lib/registrations/schema'
import type de from '@/messages/de.json'
import type en from '@/messages/en.json'

type Refusals = RegisterRefusal | 'wrong_answers'
type Said = {
  problems: (typeof en & typeof de)['register']['problems']
  refusals: (typeof en & typeof de)['register']['refusals']
}
// A new problem or refusal without words in both languages does not compile.
const said = (words: Said) =>
  words satisfies { problems: Record<FieldProblem, string>; refusals: Record<Refusals, string> }
type Words = ReturnType<typeof said>

export const problemSentence = (t: Translate, problem: keyof Words['problems']): string =>
  t(`problems.${problem}`)
export const refusalSentence = (t: Translate, refusal: keyof Words['refusals']): string =>
  t(`refusals.${refusal}`)

type Translate = ReturnType<typeof useTranslations<'register'>>
