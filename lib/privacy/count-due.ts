import 'server-only'
import { ownErasures } from './erasures'
import { listDueErasures } from './queries'
import { type ErasedCount, ownErasureKinds } from './schema'

/** What `eraseDue` would forget now. What is due of a person anyway may be counted under several kinds. */
export async function countDue(): Promise<ErasedCount[]> {
  const due: ErasedCount[] = (await listDueErasures()).map(({ event, kind, count }) => ({
    ...{ slug: event.slug, kind, count },
  }))
  for (const kind of ownErasureKinds) {
    const count = await ownErasures[kind].count()
    if (count > 0) due.push({ slug: null, kind, count })
  }
  return due
}
