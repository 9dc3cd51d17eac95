import type { useTranslations } from 'next-intl'
import type { Language } from '@/lib/dates'
import {
  type ImportRefusal,
  type RowRefusal,
  rowRefusals,
  type TableRefusal,
  type Target,
  type targetWords,
} from '@/lib/imports/schema'
import { labelOf } from '@/lib/questions/rules'
import type { EventOffer, FieldProblem } from '@/lib/registrations/schema'
import type de from '@/messages/de.json'
import type en from '@/messages/en.json'
import { problemSentence } from '../registrations/register-sentences'

type Said = (typeof en & typeof de)['imports']
// A new refusal or meaning of a column without words in both languages does not compile.
const sentences = (words: Said) => ({
  files: words.files satisfies Record<TableRefusal | 'no_file', string>,
  refusals: words.refusals satisfies Record<ImportRefusal, string>,
  rows: words.rows satisfies Record<RowRefusal, string>,
  targets: words.targets satisfies Record<
    (typeof targetWords)[number] extends infer Word ? Plain<Word> : never,
    string
  >,
})
type Plain<Word> = Word extends `consent.${string}` ? 'conduct' : Word & string

type Words = ReturnType<typeof useTranslations<'imports'>>
type Sentences = ReturnType<typeof sentences>

export const fileRefusal = (t: Words, said: string): string | null =>
  t.has(`files.${said}` as 'files.no_file') ? t(`files.${said as keyof Sentences['files']}`) : null

export const importRefusal = (t: Words, refusal: keyof Sentences['refusals']): string =>
  t(`refusals.${refusal}`)

/** What a column means, in words: ours, or what the event calls its meals and questions. */
export function targetLabel(
  t: Words,
  target: Target | string,
  { meals, questions }: EventOffer,
  language: Language,
): string {
  const [kind, key] = [target.split('.')[0], target.split('.').slice(1).join('.')]
  if (kind === 'meal') return t('meal', { meal: meals.find((one) => one.key === key)?.title ?? key })
  const question = kind === 'answer' && questions.find((one) => one.key === key)
  if (question) return labelOf(question, language)
  const word = { stay: 'hotel', 'consent.code_of_conduct': 'conduct' }[target] ?? target
  return t.has(`targets.${word}` as 'targets.name')
    ? t(`targets.${word as keyof Sentences['targets']}`)
    : target
}

/** One thing that is wrong with a row. */
export function rowSentence(
  t: Words,
  register: Parameters<typeof problemSentence>[0],
  problem: FieldProblem | RowRefusal,
): string {
  const isOfRow = (one: string): one is RowRefusal => rowRefusals.some((word) => word === one)
  return isOfRow(problem) ? t(`rows.${problem}`) : problemSentence(register, problem)
}
