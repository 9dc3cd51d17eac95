import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'

/** Something that was done to many at once, one of them this person; answers its id. */
export async function makeBulkAct(event: { id: string }, registrationId: string): Promise<string> {
  const [id, eventId, at] = [newId(), event.id, new Date()]
  const how = { kind: 'tag' as const, tags: ['press'], isTold: true, isForced: false }
  const told = { filterWords: 'everybody', startedBy: newId(), startedAt: at, finishedAt: at }
  await db().bulkAct.create({ data: { id, eventId, ...how, ...told } })
  const turn = { position: 1, doneAt: at }
  await db().bulkActPerson.create({ data: { bulkActId: id, registrationId, eventId, ...turn } })
  return id
}
