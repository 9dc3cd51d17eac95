import 'server-only'
import type { Transaction } from '../db/client'
import type { Prisma } from '../db/generated/client'
import { newId } from '../ids'

export type EventFacts = Omit<Prisma.EventUncheckedCreateInput, 'id'>

/** Creates an event (`id` null) or gives it other facts; every name of `otherSlugs` leads to it from now on. */
export async function saveEvent(
  tx: Transaction,
  id: string | null,
  facts: EventFacts,
  otherSlugs: string[],
): Promise<string> {
  const eventId = id ?? newId()
  // The new name may be an old one of this same event: it leads there by itself now.
  await tx.eventSlug.deleteMany({ where: { eventId, slug: facts.slug } })
  if (id) await tx.event.update({ where: { id }, data: facts })
  else await tx.event.create({ data: { id: eventId, ...facts } })
  await tx.eventSlug.createMany({ data: otherSlugs.map((slug) => ({ slug, eventId })), skipDuplicates: true })
  return eventId
}
