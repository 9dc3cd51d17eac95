import type { useTranslations } from 'next-intl'
import type { HandoutProblem, HandoutRefusal } from '@/lib/handouts/schema'
import type de from '@/messages/de.json'
import type en from '@/messages/en.json'

type Words = (typeof en & typeof de)['organizer']['exports']['handout']

// A new refusal or problem without words in both languages does not compile.
const refusals = (words: Words['refusals']) => words satisfies Record<HandoutRefusal, string>
const problems = (words: Words['problems']) => words satisfies Record<HandoutProblem, string>

export const handoutRefusal = (t: Translate, refusal: keyof ReturnType<typeof refusals>): string =>
  t(`refusals.${refusal}`)

export const handoutProblem = (t: Translate, problem: keyof ReturnType<typeof problems>): string =>
  t(`problems.${problem}`)

type Translate = ReturnType<typeof useTranslations<'organizer.exports.handout'>>
