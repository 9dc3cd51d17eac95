import type { useTranslations } from 'next-intl'
import { type Language, sayDay } from '@/lib/dates'
import type { AnswerValue, QuestionView } from '@/lib/questions/schema'

/** An answer in words: yes and no, dates and numbers as the reader writes them; what somebody wrote stays as it is. */
export function sayAnswer(
  { type }: Pick<QuestionView, 'type'>,
  value: AnswerValue,
  language: Language,
  t: Translate,
): string {
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (typeof value === 'number')
    return value.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 20 })
  if (Array.isArray(value)) return value.join(', ')
  return type === 'date' ? sayDay(new Date(`${value}T00:00Z`), 'UTC', language) : value
}

type Translate = ReturnType<typeof useTranslations<'questions'>>
