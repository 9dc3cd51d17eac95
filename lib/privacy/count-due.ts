import 'server-only'
import { ownErasures } from './erasures'
import { listDueErasures } from './queries'
import { type ErasedCount, ownErasureKinds } from './schema'

/** What `eraseDue` would forget now. What is due of a person anyway may be counted under several kinds. */
export async function countDue(): Promise<ErasedCount[]> {
  const due = (await listDueErasures()).map(({ event, kind, count }) => ({ slug: event.slug, kind, count }))
  const own = await Promise.all(
    ownErasureKinds.map(async (kind) => ({ slug: null, kind, count: await ownErasures[kind].count() })),
  )
  return [...due, ...own.filter(({ count }) => count > 0)]
}
