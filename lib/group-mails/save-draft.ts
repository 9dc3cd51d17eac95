import 'server-only'
import { db, type Transaction } from '../db/client'
import type { Prisma } from '../db/generated/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { groupMailOf } from './queries'
import type { Draft, GroupMail, SaveDraftRefusal } from './schema'

/**
 * Keeps a draft under the id that its form made. `version` is the one that was on the page, null for a new one: whoever
 * saved meanwhile is not overwritten. Saving the same twice changes nothing. Answers the version that is kept now.
 */
export async function saveDraft(
  key: OrganizerKey,
  draft: Draft,
  version: number | null,
): Promise<Result<{ version: number }, SaveDraftRefusal>> {
  const { eventId, userId } = key
  const { id, filter, isAboutEvent } = draft
  const said = { filter, isAboutEvent, texts: draft.texts as Prisma.InputJsonObject }
  return await db().$transaction(async (tx) => {
    const kept = await lockGroupMail(tx, key, id)
    if (kept && kept.state !== 'draft') return refused('already_sent')
    if (kept && isSame(kept, draft)) return ok({ version: kept.version })
    if (kept && kept.version !== version) return refused('changed_meanwhile')
    if (kept) await tx.groupMail.update({ where: { id }, data: { ...said, version: { increment: 1 } } })
    else if (version !== null || !(await create(tx, { id, eventId, writtenBy: userId, ...said })))
      return refused('not_found')
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'message_drafted',
      subject: 'group_mail',
      subjectId: id,
    })
    return ok({ version: kept ? kept.version + 1 : 1 })
  })
}

/** The message as it is, until the transaction ends; null for another event's. */
export async function lockGroupMail(
  tx: Transaction,
  { eventId }: OrganizerKey,
  id: string,
): Promise<GroupMail | null> {
  await tx.$queryRaw`SELECT 1 FROM group_mail WHERE id = ${id}::uuid AND event_id = ${eventId}::uuid FOR UPDATE`
  const row = await tx.groupMail.findUnique({ where: { eventId_id: { eventId, id } } })
  return row && groupMailOf(row)
}

// The id may belong to another event's message, which then stays as it is.
async function create(tx: Transaction, data: Prisma.GroupMailCreateManyInput): Promise<boolean> {
  const { count } = await tx.groupMail.createMany({ data: [data], skipDuplicates: true })
  return count === 1
}

const isSame = (kept: GroupMail, { filter, isAboutEvent, texts }: Draft): boolean =>
  kept.filter === filter && kept.isAboutEvent === isAboutEvent && stateOf(kept.texts) === stateOf(texts)

const stateOf = (texts: Draft['texts']): string =>
  JSON.stringify([texts.en?.subject, texts.en?.text, texts.de?.subject, texts.de?.text])
