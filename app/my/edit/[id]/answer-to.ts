import { getLocale, getTranslations } from 'next-intl/server'
import { changeRefusalSentence } from '@/app/my/change-sentences'
import { problemState } from '@/app/problem-state'
import type { FormState } from '@/components/ui/form/form-state'
import type { Language } from '@/lib/languages'
import { fieldWord } from '@/lib/registrations/describe-changes'
import { sealForm } from '@/lib/registrations/form-seal'
import { getOfferFor } from '@/lib/registrations/queries'
import type { FormValues } from '@/lib/registrations/read-form'
import type { ChangeAnswer } from '@/lib/registrations/take-answers'

/** What the form says to somebody whose changes were not taken, with everything they typed. */
export async function answerTo(
  key: { eventId: string },
  values: FormValues,
  answer: Extract<ChangeAnswer, { ok: false }>,
): Promise<FormState> {
  const t = await getTranslations()
  if (answer.refusal === 'changed_meanwhile') {
    const [offer, locale] = await Promise.all([getOfferFor(key), getLocale()])
    const words = answer.changed.map((control) => fieldWord(control, offer, locale as Language))
    return {
      values: { ...values, version: [String(answer.version)], seen: [sealForm(answer.now)] },
      fieldErrors: {},
      formError: t('change.meanwhile', { fields: [...new Set(words)].join(', ') }),
    }
  }
  if (answer.refusal !== 'wrong_answers')
    return {
      values,
      fieldErrors: {},
      formError: changeRefusalSentence(await getTranslations('change'), answer.refusal),
    }
  return await problemState(values, answer.problems ?? {})
}
