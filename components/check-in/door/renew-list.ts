import { choosePoint } from '@/lib/check-in/rules'
import type { DoorNews } from '@/lib/check-in/schema'
import type { DoorStore } from './door-state'
import type { listKeeper } from './keep-list'
import { Picture } from './picture'

type Kit = {
  store: DoorStore
  list: Pick<Awaited<ReturnType<typeof listKeeper>>, 'take'>
  /** What waits here is noted in the new picture, too. */
  replaced: () => Promise<void>
}

/** Milliseconds for a list of thousands on a slow link: nobody waits for it at the door. */
const listPatience = 20_000

/** Replaces the list by the newest, one at a time; what is heard while it is on its way here is heard by both. */
export function listRenewer({ store, list, replaced }: Kit) {
  let meanwhile: DoorNews[] | null = null
  return { heard: (news: DoorNews) => void meanwhile?.push(news), renew }

  async function renew(): Promise<void> {
    if (meanwhile) return
    meanwhile = []
    try {
      const snapshot = await list.take(null, listPatience)
      if (!snapshot || snapshot === 'over' || store.get().isOver) return
      const picture = new Picture(snapshot)
      for (const news of meanwhile) picture.hear(news)
      store.learn({ picture, point: choosePoint(snapshot.points, store.get().point)?.key ?? '' })
    } finally {
      meanwhile = null
    }
    await replaced()
  }
}
