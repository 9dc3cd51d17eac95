import { checkAnswers } from '../registrations/check-answers'
import { openToImports } from '../registrations/open-to-organizers'
import { type FormValues, readForm } from '../registrations/read-form'
import { type EventOffer, emailInput, type RegistrationInput } from '../registrations/schema'
import { type ReadRow, readRow } from './read-row'
import type { ImportChoices, ImportFate, RowProblems, Target } from './schema'

export type Reading = { mapping: Target[]; choices: ImportChoices }
/** `known` are the addresses that are registered, `seen` those of the rows before. */
export type Around = { offer: EventOffer; known: Set<string>; seen: Set<string>; now: Date }
export type Judged = { fate: ImportFate; problems: RowProblems; email: string | null }

/** What would become of one row: whether it can be read, and whether its person is registered or stood there before. */
export function judgeRow(cells: string[], { mapping, choices }: Reading, around: Around): Judged {
  const read = readRow(cells, mapping, around.offer)
  const email = addressOf(read.values)
  if (read.isLeftOut) return { fate: 'left_out', problems: {}, email }
  if (email && around.seen.has(email)) return { fate: 'repeated', problems: {}, email }
  if (email) around.seen.add(email)
  if (email && around.known.has(email)) {
    const update = asInput({ ...read, values: { name: [email], ...read.values } }, choices)
    const problems = choices.known === 'skip' || update.ok ? {} : update.problems
    return { fate: Object.keys(problems).length > 0 ? 'wrong' : 'known', problems, email }
  }
  const asked = asInput(read, choices)
  if (!asked.ok) return { fate: 'wrong', problems: asked.problems, email }
  const checked = checkAnswers(openToImports(around.offer), asked.input, around.now)
  return checked.ok
    ? { fate: 'new', problems: {}, email }
    : { fate: 'wrong', problems: checked.problems, email }
}

/** A row as the form's own input, completed by what the import says for all. */
export function asInput(
  { values, problems }: ReadRow,
  { presence }: ImportChoices,
  submissionId = '',
): { ok: true; input: RegistrationInput } | { ok: false; problems: RowProblems } {
  const read = readForm({ presence: [presence], ...values, submissionId: [submissionId] })
  const all = { ...(read.ok ? {} : read.problems), ...problems }
  if (!read.ok || Object.keys(all).length > 0) return { ok: false, problems: all }
  return { ok: true, input: { ...read.input, accessCode: null, invitation: null } }
}

/** The address as registrations are compared by it; null where there is none. */
export function addressOf({ email }: FormValues): string | null {
  const read = emailInput.safeParse(email?.[0] ?? '')
  return read.success ? read.data.toLowerCase() : null
}
