import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import { listEventsNamed } from '../events/queries'
import type { Actor, Deed } from '../history/record'
import type { Language } from '../languages'
import { translator } from '../messages'
import { countLive } from '../registrations/count-live'
import { listConcerned } from '../registrations/tell-changes'
import { announceChanges } from './announce-changes'
import { type PlanLine, planChanges } from './plan-changes'
import { findEventOf, getStoredEvent, type StoredEvent } from './queries'
import type { EventFile } from './schema'

export type Wish = {
  publish?: boolean
  notify?: boolean
  /** The one event the file may touch, or that it has to be a new one; without it the names in the file say which. */
  about?: { eventId: string } | 'new'
  /** The words of mails stay as they are: they have a page of their own, and no part in the event's revision. */
  keepsMails?: boolean
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
  const { stored, plan, changes } = await planEventFile(db(), file, wish)
  const concerned = stored ? await listConcerned(db(), stored.id, changes) : []
  return { plan, concerned: concerned.length }
}

/** What stands between an event as it is stored and as a file wishes it, settled and line by line. */
export async function planEventFile(tx: Transaction, file: EventFile, wish: Wish) {
  const { id, others } = await findMeant(tx, file, wish)
  const stored = id ? await getStoredEvent(tx, id) : undefined
  const wanted = settle(file, stored, wish)
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
export async function findMeant(tx: Transaction, file: EventFile, { about }: Wish) {
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
function settle(file: EventFile, stored: StoredEvent | undefined, { publish, keepsMails }: Wish): EventFile {
  const names = new Set([...file.also_known_as, ...(stored?.file.also_known_as ?? [])])
  if (stored) names.add(stored.file.slug)
  names.delete(file.slug)
  const status = publish ? 'published' : (file.status ?? stored?.file.status ?? 'draft')
  const mails = (keepsMails && stored?.file.mails) || file.mails
  return { ...file, status, mails, also_known_as: [...names].sort() }
}
