import { getTranslations } from 'next-intl/server'
import { problemSentence } from '@/components/registrations/register-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import type { Problems } from '@/lib/registrations/read-form'

/** What was typed, a sentence beside each answer that does not fit, and the one above them all. */
export async function problemState(
  values: FormState['values'],
  problems: Problems,
  formError?: string,
): Promise<FormState> {
  const t = await getTranslations('register')
  const said = Object.entries(problems).map(([control, problem]) => [control, problemSentence(t, problem)])
  return { values, fieldErrors: Object.fromEntries(said), formError }
}
