import 'server-only'
import { db } from '../db/client'
import type { HistoryLine } from '../history/schema'
import { isId } from '../ids'
import type { AdminKey } from '../keys'

/** What the accounts in these lines of the house are called, by id; whoever has no account any more is not. */
export async function listAccountNames(
  _key: AdminKey,
  lines: Pick<HistoryLine, 'actorId' | 'subjectId'>[],
): Promise<Record<string, string>> {
  const ids = lines.flatMap(({ actorId, subjectId }) => [actorId, subjectId])
  const users = await db().user.findMany({
    where: { id: { in: [...new Set(ids)].filter((id): id is string => id !== null && isId(id)) } },
    select: { id: true, name: true, email: true },
  })
  return Object.fromEntries(users.map(({ id, name, email }) => [id, name ?? email]))
}
