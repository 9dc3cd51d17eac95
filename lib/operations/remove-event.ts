import 'server-only'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import { ok, type Result, refused } from '../result'

export type RemoveRefusal = 'unknown_event' | 'published'

const exampleSlug = 'example-hackathon'

/** How many registrations go with an event; refused while it is published, unless it is the example. */
export async function countLosses(slug: string): Promise<Result<number, RemoveRefusal>> {
  const [event] = await db().$queryRaw<{ status: string; people: number }[]>`
    SELECT status::text, (SELECT count(*)::integer FROM registration WHERE event_id = event.id) AS people
      FROM event WHERE slug = ${slug}`
  if (!event) return refused('unknown_event')
  if (event.status === 'published' && slug !== exampleSlug) return refused('published')
  return ok(event.people)
}

/**
 * Takes an event away with everybody and everything in it; what history says about it stays. Answers how many
 * registrations went along, and writes to nobody. Refusals as in `countLosses`.
 */
export async function removeEvent(slug: string): Promise<Result<number, RemoveRefusal>> {
  return await db().$transaction(async (tx) => {
    const [event] = await tx.$queryRaw<{ id: string; status: string }[]>`
      SELECT id, status::text FROM event WHERE slug = ${slug} FOR UPDATE`
    if (!event) return refused('unknown_event')
    if (event.status === 'published' && slug !== exampleSlug) return refused('published')
    // What is taken keeps its pool, and a fact its check-in point: people go first, then the rest cascades.
    await tx.$executeRaw`DELETE FROM check_in_fact WHERE event_id = ${event.id}::uuid`
    const people = await tx.$executeRaw`DELETE FROM registration WHERE event_id = ${event.id}::uuid`
    await tx.$executeRaw`DELETE FROM outbox_mail WHERE event_id = ${event.id}::uuid`
    await tx.$executeRaw`DELETE FROM event WHERE id = ${event.id}::uuid`
    await recordHistory(tx, {
      eventId: event.id,
      actor: { kind: 'command_line', id: null },
      act: 'removed',
      subject: 'event',
      subjectId: event.id,
      facts: { people },
    })
    return ok(people)
  })
}
