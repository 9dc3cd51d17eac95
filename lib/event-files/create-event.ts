import 'server-only'
import { db } from '../db/client'
import type { Deed } from '../history/record'
import type { CreatorKey } from '../keys'
import type { Language } from '../languages'
import { ownEvent } from '../team/own-event'
import { applyInside } from './apply-event-file'
import type { Mistake } from './check-entries'
import { checkFile } from './check-file'
import { keyOf } from './rules'
import type { EventFile, NewEvent } from './schema'

export type CreateAnswer =
  | { ok: true; slug: string }
  | { ok: false; refusal: 'wrong'; mistakes: Mistake[] }
  | { ok: false; refusal: 'slug_taken' }

/** A draft of five facts and somebody to ask, owned by whoever makes it; its slug comes from the title if none is said. */
export async function createEvent(
  key: CreatorKey,
  { email, role, ...input }: NewEvent,
  language: Language,
): Promise<CreateAnswer> {
  const slug = input.slug || keyOf(input.title)
  const contacts = [asTyped({ role, email })]
  const facts = { ...asTyped({ ...input, slug }), contacts, languages: [language], status: 'draft' }
  const checked = checkFile(facts, language)
  if (!checked.ok) return { ok: false, refusal: 'wrong', mistakes: checked.mistakes }
  return (await createOwned(key, checked.file, 'created_event'))
    ? { ok: true, slug: checked.file.slug }
    : { ok: false, refusal: 'slug_taken' }
}

/** What a form left empty is not there. */
export const asTyped = (input: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).map(([name, value]) => [name, value === '' ? undefined : value]))

/** A new event of a file with its owner, in one transaction; false where the name is another event's. */
export const createOwned = (key: CreatorKey, file: EventFile, act: Deed['act']): Promise<boolean> =>
  db().$transaction(
    async (tx) => {
      const actor = { kind: 'user', id: key.userId } as const
      const { eventId, refusal } = await applyInside(tx, file, { about: 'new', actor, act })
      if (refusal || !eventId) return false
      await ownEvent(tx, eventId, key.userId)
      return true
    },
    { timeout: 60_000, maxWait: 10_000 },
  )
