import type { FieldProblem, RegistrationInput } from './schema'
import { registrationInput } from './schema'

/** What a posted form carries: every value of every control. */
export type FormValues = Record<string, string[]>
export type Problems = Record<string, FieldProblem>

/** Reads the promised control names (PRODUCT "Control names"); problems are keyed by control. */
export function readForm(
  values: FormValues,
): { ok: true; input: RegistrationInput } | { ok: false; problems: Problems } {
  const one = (name: string) => values[name]?.[0] ?? ''
  const parsed = registrationInput.safeParse({
    name: one('name'),
    email: one('email'),
    organization: one('organization'),
    legalName: one('legalName'),
    presence: one('presence'),
    days: values.days ?? [],
    activities: values.activities ?? [],
    meals: withPrefix(values, 'meal.'),
    diet: values.diet ?? [],
    allergies: one('allergies'),
    allergiesConsent: isTicked(one('allergiesConsent')),
    stay: one('stay'),
    nights: values.nights ?? [],
    roommate: one('roommate'),
    photo: one('photo') || null,
    accessibility: one('accessibility'),
    listed: isTicked(one('listed')),
    consents: Object.entries(withPrefix(values, 'consent.')).flatMap(([kind, value]) =>
      isTicked(value) ? [kind] : [],
    ),
    answers: listsWithPrefix(values, 'answer.'),
    accessCode: one('accessCode'),
    invitation: one('invitation'),
    submissionId: one('submissionId'),
  })
  if (parsed.success) return { ok: true, input: parsed.data }
  const problems: Problems = {}
  for (const issue of parsed.error.issues) {
    const control = controlOf(issue.path)
    problems[control] ??= issue.message as FieldProblem
  }
  return { ok: false, problems }
}

const inGroups: Record<string, string> = { meals: 'meal', answers: 'answer' }

const controlOf = ([field, key]: PropertyKey[]): string => {
  const group = inGroups[String(field)]
  return group ? `${group}.${String(key)}` : String(field)
}

const isTicked = (value: string): boolean => value === 'on'

const listsWithPrefix = (values: FormValues, prefix: string): FormValues =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, all]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), all]] : [],
    ),
  )

function withPrefix(values: FormValues, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, [first]]) =>
      name.startsWith(prefix) && first ? [[name.slice(prefix.length), first]] : [],
    ),
  )
}
