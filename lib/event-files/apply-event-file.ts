import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import { type Actor, type Deed, recordHistory } from '../history/record'
import { lockPools } from '../places/lock-pools'
import { lockQuestions } from '../questions/lock-questions'
import { promoteWaiting } from '../registrations/promote'
import { tellChanges } from '../registrations/tell-changes'
import type { PlanLine } from './plan-changes'
import { findMeant, planEventFile, type Wish } from './plan-event-file'
import { saveFile } from './save-file'
import type { EventFile } from './schema'

export type Applied = {
  eventId: string | null
  slug: string
  plan: PlanLine[]
  promoted: number
  /** How many people were written to about what changed for them. */
  told: number
  /** Why nothing was done: a line of the plan is refused, or somebody else was faster than `expectedRevision`. */
  refusal: 'refused' | 'changed_meanwhile' | null
}
/**
 * Creates the event of a file or brings it to what the file says, all or nothing: a plan with a refused line
 * changes nothing. Raised capacities go to those who wait. Registrations are never edited. With `notify` everybody
 * whom a change is about is written to in the same transaction.
 */
export async function applyEventFile(file: EventFile, wish: Wish = {}): Promise<Applied> {
  const timeout = wish.notify ? 300_000 : 60_000
  return await db().$transaction((tx) => applyInside(tx, file, wish), { timeout, maxWait: 10_000 })
}

/** The same inside a transaction that does more. */
export async function applyInside(tx: Transaction, file: EventFile, wish: Wish): Promise<Applied> {
  // Two files for one new event at once would both find nothing; they take turns.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('lanyard event files'))`
  const { id } = await findMeant(tx, file, wish)
  if (id) {
    await lockPools(tx, id)
    await lockQuestions(tx, id)
  }
  const { stored, wanted, plan, changes } = await planEventFile(tx, file, wish)
  const nothing = { eventId: stored?.id ?? null, slug: wanted.slug, plan, promoted: 0, told: 0 }
  if (stored && wish.expectedRevision !== undefined && stored.event.revision !== wish.expectedRevision)
    return { ...nothing, refusal: 'changed_meanwhile' }
  if (plan.some(({ kind }) => kind === 'refused')) return { ...nothing, refusal: 'refused' }
  if (plan.length === 0) return { ...nothing, refusal: null }
  const actor = wish.actor ?? { kind: 'command_line', id: null }
  const eventId = await saveFile(tx, stored, wanted, now())
  await remember(tx, eventId, plan, {
    actor,
    act: wish.act ?? (stored ? 'applied_file' : 'created_from_file'),
  })
  const told = wish.notify ? await tellChanges(tx, eventId, changes, actor) : 0
  const promoted = stored ? await promoteWaiting(tx, eventId) : []
  return { eventId, slug: wanted.slug, plan, promoted: promoted.length, told, refusal: null }
}

async function remember(
  tx: Transaction,
  eventId: string,
  plan: PlanLine[],
  { actor, act }: { actor: Actor; act: Deed['act'] },
) {
  const pathsOf = (kind: PlanLine['kind']) =>
    plan.filter((line) => line.kind === kind).map(({ path }) => path)
  await recordHistory(tx, {
    eventId,
    actor,
    act,
    subject: 'event',
    subjectId: eventId,
    facts: { added: pathsOf('added'), changed: pathsOf('changed'), removed: pathsOf('removed') },
  })
}
