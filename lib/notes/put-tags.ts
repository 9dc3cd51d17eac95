import 'server-only'
import type { Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { isThere } from './is-there'

type TagRefusal = 'unknown_registration' | 'nothing_to_do'

/** Puts tags on somebody, or takes them off, and leaves their others as they are; refused where they all were so before. */
export async function putTags(
  tx: Transaction,
  { eventId, userId }: OrganizerKey,
  registrationId: string,
  tags: string[],
  way: 'on' | 'off',
): Promise<Result<null, TagRefusal>> {
  if (!(await isThere(tx, eventId, registrationId))) return refused('unknown_registration')
  const data = tags.map((tag) => ({ eventId, registrationId, tag }))
  const { count } =
    way === 'on'
      ? await tx.attendeeTag.createMany({ data, skipDuplicates: true })
      : await tx.attendeeTag.deleteMany({ where: { eventId, registrationId, tag: { in: tags } } })
  if (count === 0) return refused('nothing_to_do')
  await recordHistory(tx, {
    eventId,
    actor: { kind: 'user', id: userId },
    act: 'tagged',
    subject: 'registration',
    subjectId: registrationId,
    facts: way === 'on' ? { added: count, removed: 0 } : { added: 0, removed: count },
  })
  return ok(null)
}
