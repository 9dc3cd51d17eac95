import { choosePoint, keepsUntil } from '@/lib/check-in/rules'
import { type Arrival, deskDevice, type Snapshot } from '@/lib/check-in/schema'
import { type Aside, type DoorState, keepState, type Unlisted } from './door-state'
import { listKeeper } from './keep-list'
import { keepSending } from './keep-sending'
import { waitingKeeper } from './keep-waiting'
import { walkInKeeper } from './keep-walk-ins'
import { listen } from './listen'
import { scanNoter } from './note-scans'
import { isOutlived } from './outlived'
import { Picture } from './picture'
import { listRenewer } from './renew-list'
import { doorServer } from './server'
import { openVault, wipeDoors } from './vault'
import type { Waiting } from './waiting'

export type DoorSetting = {
  slug: string
  eventId: string
  holder: 'account' | 'device'
  point: string | undefined
}
type Settings = { device?: string }
type FromAnotherTab = { fact: Arrival } | { over: true }

export type Door = Exclude<Awaited<ReturnType<typeof createDoor>>, 'over' | null>

/**
 * The door of one event on this device. Null where it cannot be: then the page stays as it was sent. `over` where it may
 * not be any more, and the page was one that this device had kept.
 */
export async function createDoor({ slug, eventId, holder, point }: DoorSetting) {
  const server = doorServer(slug)
  const vault = await openVault(eventId, holder)
  await wipeDoors(isOutlived({ door: eventId, holder }, Date.now())).catch(() => {})
  const list = await listKeeper(vault, server)
  const first = await list.first()
  const hasEnded = (snapshot: Snapshot) => keepsUntil(snapshot).getTime() <= Date.now() + list.clockError()
  if (!first || first === 'over' || hasEnded(first.snapshot)) {
    await vault.wipe()
    return first === 'over' ? first : null
  }
  const settings = (await vault.get<Settings>('settings')) ?? {}
  const lines = {
    unlisted: (await vault.get<Unlisted[]>('unlisted')) ?? [],
    aside: (await vault.get<Aside[]>('aside')) ?? [],
  }
  const store = keepState(firstState(first, { ...settings, ...lines, point }))
  const tabs = new BroadcastChannel(`lanyard-door-${eventId}`)
  const keepWaiting = waitingKeeper({ store, vault, over })
  const noter = scanNoter({
    store,
    vault,
    server,
    keepWaiting,
    clockError: list.clockError,
    noted: (fact) => tabs.postMessage({ fact } satisfies FromAnotherTab),
    wentAway() {
      away()
      ears.hurry()
    },
    send: () => void sender.send(),
    over,
  })
  const walkIns = walkInKeeper({ store, vault, keepWaiting, send: () => void sender.send() })
  const sender = keepSending({ store, vault, server, door: eventId, noter, walkIns, save, over })
  const renewer = listRenewer({
    store,
    list,
    async replaced() {
      await reapply()
      save()
    },
  })
  let saving: number | null = null

  await reapply()
  await keep()
  const ears = listen({
    server,
    since: () => store.get().picture.snapshot.cursor,
    news(news) {
      const { picture } = store.get()
      const isOutdated = news.stamp !== picture.snapshot.stamp
      picture.hear(news)
      renewer.heard(news)
      store.learn()
      void meetNewcomer()
      save()
      if (isOutdated) void renewer.renew()
    },
    reached() {
      if (store.get().offlineSince !== null) store.set({ offlineSince: null })
      void sender.send()
    },
    away,
    over,
  })
  const clock = window.setInterval(everyMinute, 60_000)
  tabs.onmessage = ({ data }: MessageEvent<FromAnotherTab>) => {
    if ('over' in data) return over()
    store.get().picture.note(data.fact)
    store.learn()
    void sender.count()
  }
  everyMinute()

  return {
    store,
    noter,
    walkIns,
    seenTo: sender.seenTo,
    server,
    vault,
    hurry: ears.hurry,
    name,
    answerAboutPhotos,
    forget,
    close,
  }

  /** What waits here is not in any snapshot yet. */
  async function reapply() {
    for (const one of await vault.listWaiting<Waiting>()) {
      const { picture } = store.get()
      if (one.to === 'photo') picture.sayPhoto(one.body.registrationId, one.body.photo)
      if (one.to === 'scans') noter.noteHere(one)
    }
    await sender.count()
  }

  /** Whom the list knew and this device did not is known now. */
  async function meetNewcomer() {
    const { shown, picture } = store.get()
    const person = shown?.code && !shown.registrationId ? await picture.find({ code: shown.code }) : null
    if (person && store.get().shown === shown) store.learn({ shown: { ...shown!, registrationId: person.i } })
  }

  function away() {
    if (store.get().offlineSince === null) store.set({ offlineSince: Date.now() })
  }

  /** Soon, and not for every word that is heard. */
  function save() {
    saving ??= window.setTimeout(keep, 500)
  }

  async function keep() {
    saving = null
    const { picture } = store.get()
    await list.keep(picture)
    await vault.endAt(keepsUntil(picture.snapshot).getTime() - list.clockError())
  }

  async function answerAboutPhotos(registrationId: string, photo: 'fine' | 'no_camera') {
    const body = { registrationId, photo, at: new Date().toISOString() }
    if (!(await keepWaiting({ id: crypto.randomUUID(), to: 'photo', body }))) return
    store.get().picture.sayPhoto(registrationId, photo)
    store.learn({ isHeldUp: false })
    void sender.send()
  }

  function name(device: string) {
    const plain = device
      .slice(0, 80)
      .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
      .trim()
    store.set({ device: plain || deskDevice })
    void vault.put('settings', { device: store.get().device } satisfies Settings)
  }

  function everyMinute() {
    const { picture, waiting, offlineSince } = store.get()
    if (hasEnded(picture.snapshot)) return over()
    if (picture.snapshot.device.id && offlineSince === null)
      void server.seen(waiting).then(({ is }) => is === 'over' && ears.hurry())
  }

  function over() {
    void forget()
  }

  async function forget() {
    if (store.get().isOver) return
    const { snapshot } = store.get().picture
    const nobody = new Picture({ ...snapshot, people: [], arrivals: [], doubts: [] })
    const lines = { differences: [], unlisted: [], aside: [] }
    store.learn({ isOver: true, shown: null, picture: nobody, ...lines })
    close()
    await vault.wipe()
    new BroadcastChannel(`lanyard-door-${eventId}`).postMessage({ over: true } satisfies FromAnotherTab)
    navigator.serviceWorker?.controller?.postMessage({ forget: location.pathname })
  }

  function close() {
    clearTimeout(saving ?? 0)
    sender.stop()
    clearInterval(clock)
    ears.stop()
    tabs.close()
  }
}

function firstState(
  { snapshot, isNew }: { snapshot: Snapshot; isNew: boolean },
  {
    device,
    point,
    ...lines
  }: Settings & Pick<DoorState, 'unlisted' | 'aside'> & { point: string | undefined },
): DoorState {
  return {
    picture: new Picture(snapshot),
    edition: 0,
    device: snapshot.device.name ?? device ?? deskDevice,
    point: choosePoint(snapshot.points, point)?.key ?? '',
    isGoingOut: false,
    shown: null,
    isAsking: false,
    isHeldUp: false,
    isNotKept: false,
    offlineSince: isNew ? null : Date.now(),
    waiting: 0,
    differences: [],
    ...lines,
    isOver: false,
  }
}
