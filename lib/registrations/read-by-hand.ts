import { type ByHand, byHandInput } from './by-hand-input'
import { type FormValues, type Problems, readForm } from './read-form'
import type { RegistrationInput } from './schema'

/**
 * Parses what somebody of the team posted about whom they add by hand: the form, and what only they decide. `isTold`
 * where the form does not ask for it. Problems by control.
 */
export function readByHand(
  values: FormValues,
  isTold = values.isTold?.[0] === 'on',
): { ok: true; input: RegistrationInput; how: ByHand } | { ok: false; problems: Problems } {
  const read = readForm(values)
  const how = byHandInput.safeParse({
    agreed: values.agreed?.[0],
    isTold,
    isForced: values.isForced?.[0] === 'on',
    reason: values.reason?.[0] ?? '',
    language: values.language?.[0],
  })
  if (read.ok && how.success) return { ok: true, input: read.input, how: how.data }
  const ours = how.success ? [] : how.error.issues.map(({ path }) => [String(path[0]), 'missing'])
  return {
    ok: false,
    problems: { ...(read.ok ? {} : read.problems), ...(Object.fromEntries(ours) as Problems) },
  }
}
