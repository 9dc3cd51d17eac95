import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import { listEventsNamed } from '../events/queries'
import { type Actor, type Deed, recordHistory } from '../history/record'
import type { Language } from '../languages'
import { translator } from '../messages'
import { lockPools } from '../places/lock-pools'
import { lockQuestions } from '../questions/lock-questions'
import { countLive } from '../registrations/count-live'
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
  /** Why nothing was done: a line of the plan is refused, or somebody else was faster than `expectedRevision`. */
  refusal: 'refused' | 'changed_meanwhile' | null
}
export type Wish = {
  publish?: boolean
  notify?: boolean
  /** The one event the file may touch, or that it has to be a new one; without it the names in the file say which. */
  about?: { eventId: string } | 'new'
  /** The revision of the event that whoever wishes this has seen. */
  expectedRevision?: number
  /** Who is named in history, and for what. */
  actor?: Actor
  act?: Deed['act']
  language?: Language
}

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
  const { stored, wanted, plan, changes } = await planFor(tx, file, wish)
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

async function planFor(tx: Transaction, file: EventFile, wish: Wish) {
  const { id, others } = await findMeant(tx, file, wish)
  const stored = id ? await getStoredEvent(tx, id) : undefined
  const wanted = settle(file, stored, wish.publish ?? false)
  const say = translator(wish.language ?? 'en', 'eventFile.plan')
  const taken: PlanLine[] = others.map((slug) => ({
    kind: 'refused',
    path: wish.about ? 'slug' : 'also_known_as',
    // What the other event is called is nothing for whoever may not see it.
    sentence: wish.about ? say('nameTaken') : say('othersName', { slug }),
  }))
  const lost: PlanLine[] = (await isUnpublishedWithPeople(tx, stored, wanted, wish))
    ? [{ kind: 'refused', path: 'status', sentence: say('somebodyRegistered') }]
    : []
  const plan = [...taken, ...lost, ...planChanges(stored?.file, wanted, stored?.holders, wish.language)]
  return { stored, wanted, plan, changes: announceChanges(stored, wanted, now()) }
}

/** Whoever holds a key for one event changes that one, whatever its file says of itself. */
async function findMeant(tx: Transaction, file: EventFile, { about }: Wish) {
  if (!about) return await findEventOf(tx, file)
  const id = about === 'new' ? null : about.eventId
  const named = await listEventsNamed(tx, [file.slug, ...file.also_known_as])
  return { id, others: named.filter((event) => event.id !== id).map(({ slug }) => slug) }
}

// On the command line it stays possible: whoever runs the installation may have a reason.
const isUnpublishedWithPeople = async (
  tx: Transaction,
  stored: StoredEvent | undefined,
  wanted: EventFile,
  { about }: Wish,
): Promise<boolean> =>
  about !== undefined &&
  stored !== undefined &&
  stored.file.status !== 'draft' &&
  wanted.status === 'draft' &&
  (await countLive(tx, stored.id)) > 0

/** What the file leaves open: a status that stays as it is, and names that were printed once lead here for ever. */
function settle(file: EventFile, stored: StoredEvent | undefined, publish: boolean): EventFile {
  const names = new Set([...file.also_known_as, ...(stored?.file.also_known_as ?? [])])
  if (stored) names.add(stored.file.slug)
  names.delete(file.slug)
  const status = publish ? 'published' : (file.status ?? stored?.file.status ?? 'draft')
  return { ...file, status, also_known_as: [...names].sort() }
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
