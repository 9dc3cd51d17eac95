import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import { lockPools } from '../places/lock-pools'
import { lockQuestions } from '../questions/lock-questions'
import { promoteWaiting } from '../registrations/promote'
import { listConcerned, tellChanges } from '../registrations/tell-changes'
import { announceChanges } from './announce-changes'
import { type PlanLine, planChanges } from './plan-changes'
import { findEventOf, getStoredEvent, type StoredEvent } from './queries'
import { saveFile } from './save-file'
import type { EventFile } from './schema'

export type Applied = {
  eventId: string | null
  slug: string
  plan: PlanLine[]
  promoted: number
  /** How many people were written to about what changed for them. */
  told: number
}
type Wish = { publish?: boolean; notify?: boolean }

/** What applying would do now, and how many people it would concern; writes nothing. */
export async function previewEventFile(
  file: EventFile,
  wish: Wish = {},
): Promise<{ plan: PlanLine[]; concerned: number }> {
  const { stored, plan, changes } = await planFor(db(), file, wish)
  const concerned = stored ? await listConcerned(db(), stored.id, changes) : []
  return { plan, concerned: concerned.length }
}

/**
 * Creates the event of a file or brings it to what the file says, all or nothing: a plan with a refused line
 * changes nothing. Raised capacities go to those who wait. Registrations are never edited. With `notify` everybody
 * whom a change is about is written to in the same transaction.
 */
export async function applyEventFile(file: EventFile, wish: Wish = {}): Promise<Applied> {
  return await db().$transaction(
    async (tx) => {
      // Two files for one new event at once would both find nothing; they take turns.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('lanyard event files'))`
      const { id } = await findEventOf(tx, file)
      if (id) {
        await lockPools(tx, id)
        await lockQuestions(tx, id)
      }
      const { stored, wanted, plan, changes } = await planFor(tx, file, wish)
      const nothing = { eventId: stored?.id ?? null, slug: wanted.slug, plan, promoted: 0, told: 0 }
      if (plan.length === 0 || plan.some(({ kind }) => kind === 'refused')) return nothing
      const eventId = await saveFile(tx, stored, wanted, now())
      await remember(tx, eventId, plan, stored)
      const told = wish.notify ? await tellChanges(tx, eventId, changes) : 0
      const promoted = stored ? await promoteWaiting(tx, eventId) : []
      return { eventId, slug: wanted.slug, plan, promoted: promoted.length, told }
    },
    { timeout: wish.notify ? 300_000 : 60_000, maxWait: 10_000 },
  )
}

async function planFor(tx: Transaction, file: EventFile, { publish = false }: Wish) {
  const { id, others } = await findEventOf(tx, file)
  const stored = id ? await getStoredEvent(tx, id) : undefined
  const wanted = settle(file, stored, publish)
  const taken: PlanLine[] = others.map((slug) => ({
    kind: 'refused',
    path: 'also_known_as',
    sentence: `a name in the file belongs to another event, /events/${slug}`,
  }))
  const plan = [...taken, ...planChanges(stored?.file, wanted, stored?.holders)]
  return { stored, wanted, plan, changes: announceChanges(stored, wanted, now()) }
}

/** What the file leaves open: a status that stays as it is, and names that were printed once lead here for ever. */
function settle(file: EventFile, stored: StoredEvent | undefined, publish: boolean): EventFile {
  const names = new Set([...file.also_known_as, ...(stored?.file.also_known_as ?? [])])
  if (stored) names.add(stored.file.slug)
  names.delete(file.slug)
  const status = publish ? 'published' : (file.status ?? stored?.file.status ?? 'draft')
  return { ...file, status, also_known_as: [...names].sort() }
}

async function remember(tx: Transaction, eventId: string, plan: PlanLine[], stored: StoredEvent | undefined) {
  const pathsOf = (kind: PlanLine['kind']) =>
    plan.filter((line) => line.kind === kind).map(({ path }) => path)
  await recordHistory(tx, {
    eventId,
    actor: { kind: 'command_line', id: null },
    act: stored ? 'applied_file' : 'created_from_file',
    subject: 'event',
    subjectId: eventId,
    facts: { added: pathsOf('added'), changed: pathsOf('changed'), removed: pathsOf('removed') },
  })
}
