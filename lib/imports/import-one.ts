import 'server-only'
import type { Transaction } from '../db/client'
import type { OrganizerKey } from '../keys'
import { addInside } from '../registrations/add-inside'
import { fillForm } from '../registrations/fill-form'
import { NothingHappened } from '../registrations/nothing-happened'
import { openToImports } from '../registrations/open-to-organizers'
import { promoteWaiting } from '../registrations/promote'
import { lockHeld } from '../registrations/read-held'
import type { EventOffer } from '../registrations/schema'
import { takeAnswers } from '../registrations/take-answers'
import { addressOf, asInput, type Reading } from './judge-row'
import { type ReadRow, readRow } from './read-row'
import type { ImportFate } from './schema'

export type Imported = { fate: ImportFate; registrationId: string }
type Row = { importId: string; row: number; cells: string[] }

/**
 * Registers the person of one row, or leaves or updates who is registered with its address by now; needs `underLock`.
 * Throws what refuses it, so that nothing of the row stays.
 */
export async function importOne(
  tx: Transaction,
  offer: EventOffer,
  key: OrganizerKey,
  { importId, row, cells }: Row,
  { mapping, choices }: Reading,
): Promise<Imported> {
  const read = readRow(cells, mapping, offer)
  const emailNormalized = addressOf(read.values) ?? ''
  const live = { eventId: key.eventId, emailNormalized, status: { not: 'cancelled' } } as const
  const known = await tx.registration.findFirst({ where: live, select: { id: true } })
  if (known && choices.known === 'skip') return { fate: 'skipped', registrationId: known.id }
  if (known) return await update(tx, offer, key, known.id, read, choices.isTold)
  const asked = asInput(read, choices, `${importId}-${row}`)
  if (!asked.ok) throw new NothingHappened('wrong_answers', asked.problems as NothingHappened['problems'])
  const { id } = await addInside(tx, offer, { kind: 'user', id: key.userId }, asked.input, {
    source: 'import',
    agreed: read.values['consent.code_of_conduct'] ? 'on_paper' : 'not_given',
    isTold: choices.isTold,
    isForced: choices.isForced,
    reason: choices.reason,
    language: read.language ?? choices.language,
  })
  const { status } = await tx.registration.findUniqueOrThrow({ where: { id } })
  return { fate: status === 'waitlisted' ? 'in_line' : 'added', registrationId: id }
}

/** What the row says goes over what was said before; what it does not say stays. */
async function update(
  tx: Transaction,
  offer: EventOffer,
  { eventId, userId }: OrganizerKey,
  id: string,
  { values, problems }: ReadRow,
  isTold: boolean,
): Promise<Imported> {
  if (Object.keys(problems).length > 0)
    throw new NothingHappened('wrong_answers', problems as NothingHappened['problems'])
  const held = await lockHeld(tx, id)
  const before = fillForm(held, offer)
  const posted = { ...before, ...values, email: [held.email], version: [String(held.version)] }
  const answer = await takeAnswers(tx, openToImports(offer), held, posted, {
    actor: { kind: 'user', id: userId },
    isTold,
    facts: { isTold },
  })
  if (!answer.ok)
    throw new NothingHappened<string>(answer.refusal, 'problems' in answer ? answer.problems : undefined)
  // The next row is a stranger to what this one gave up: whoever is in line comes first.
  await promoteWaiting(tx, eventId, offer)
  return { fate: answer.value.changed.length > 0 ? 'updated' : 'unchanged', registrationId: id }
}
