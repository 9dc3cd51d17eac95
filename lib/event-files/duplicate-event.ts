import 'server-only'
import { db } from '../db/client'
import type { CreatorKey, OrganizerKey } from '../keys'
import type { Language } from '../languages'
import type { Mistake } from './check-entries'
import { checkFile } from './check-file'
import { asTyped, createOwned } from './create-event'
import { getStoredEvent } from './queries'
import { keyOf } from './rules'
import { type EventFile, eventFileSchema, type NewEdition } from './schema'
import { shiftDates } from './shift-dates'
import { plainFile } from './write-event-file'

export type DuplicateAnswer =
  | { ok: true; slug: string }
  | { ok: false; refusal: 'wrong'; mistakes: Mistake[] }
  | { ok: false; refusal: 'slug_taken' }

/**
 * The next edition as a draft: everything planned for this one, every date moved by the same number of days; its slug
 * comes from the title if none is said. Nobody comes along: no registration, no answer, no name of somebody who led a
 * session, no older address.
 */
export async function duplicateEvent(
  key: OrganizerKey,
  creator: CreatorKey,
  { starts, ...input }: NewEdition,
  language: Language,
): Promise<DuplicateAnswer> {
  const { file } = await getStoredEvent(db(), key.eventId)
  const moved = shiftDates(eventFileSchema.parse(plainFile(withoutPeople(file))), starts)
  const slug = input.slug || keyOf(input.title)
  const checked = checkFile({ ...moved, ...asTyped({ ...input, slug }), status: 'draft' }, language)
  if (!checked.ok) return { ok: false, refusal: 'wrong', mistakes: checked.mistakes }
  return (await createOwned(creator, checked.file, 'duplicated_event'))
    ? { ok: true, slug: checked.file.slug }
    : { ok: false, refusal: 'slug_taken' }
}

const withoutPeople = (file: EventFile): EventFile => ({
  ...file,
  also_known_as: [],
  topics: file.topics.map(({ lead: _lead, outcome: _outcome, ...topic }) => topic),
})
