import { choosePoint, keepsUntil } from '@/lib/check-in/rules'
import { type Arrival, deskDevice, type ScanResult, type Snapshot } from '@/lib/check-in/schema'
import { keepState, type Unlisted } from './door-state'
import { walkInKeeper } from './keep-walk-ins'
import { listen } from './listen'
import { scanNoter } from './note-scans'
import { Picture } from './picture'
import { sendWaiting } from './send-waiting'
import { doorServer } from './server'
import { openVault } from './vault'
import type { Waiting, WaitingScan } from './waiting'

export type DoorSetting = {
  slug: string
  eventId: string
  holder: 'account' | 'device'
  point: string | undefined
}
type Kept = { snapshot: Snapshot; etag: string | null; clockError: number }
type Settings = { device?: string }
type FromAnotherTab = { fact: Arrival } | { over: true }

export type Door = NonNullable<Awaited<ReturnType<typeof createDoor>>>

/** The door of one event on this device. Null where it may not be or cannot be: then the page stays as it was sent. */
export async function createDoor({ slug, eventId, holder, point }: DoorSetting) {
  const server = doorServer(slug)
  const vault = await openVault(eventId, holder)
  let kept = await vault.get<Kept>('snapshot')
  const fresh = await takeSnapshot(kept?.etag ?? null, kept !== null)
  if (fresh === 'over') kept = null
  else if (fresh) kept = fresh
  if (!kept || keepsUntil(kept.snapshot) <= new Date()) {
    await vault.wipe()
    return null
  }

  const settings = (await vault.get<Settings>('settings')) ?? {}
  const snapshot = kept.snapshot
  const store = keepState({
    picture: new Picture(snapshot),
    edition: 0,
    device: snapshot.device.name ?? settings.device ?? deskDevice,
    point: choosePoint(snapshot.points, point)?.key ?? '',
    isGoingOut: false,
    shown: null,
    isAsking: false,
    isHeldUp: false,
    offlineSince: fresh ? null : Date.now(),
    waiting: 0,
    differences: [],
    unlisted: (await vault.get<Unlisted[]>('unlisted')) ?? [],
    seen: {},
    over: null,
  })
  const tabs = new BroadcastChannel(`lanyard-door-${eventId}`)
  const noter = scanNoter({
    store,
    vault,
    server,
    clockError: () => kept?.clockError ?? 0,
    noted: (fact) => tabs.postMessage({ fact } satisfies FromAnotherTab),
    wentAway() {
      away()
      ears.hurry()
    },
    send: () => void send(),
    over: () => void end('ended'),
  })
  const walkIns = walkInKeeper({ store, vault, send: () => void send(), over: () => void end('ended') })
  let saving: number | null = null
  let failures = 0
  let notBefore = 0
  let retry = 0
  let isSending = false

  tabs.onmessage = ({ data }: MessageEvent<FromAnotherTab>) => {
    if ('over' in data) return void end('ended')
    store.get().picture.note(data.fact)
    store.learn()
    void countWaiting()
  }
  await reapply()
  await keep()
  const ears = listen({
    server,
    since: () => store.get().picture.snapshot.cursor,
    news(news) {
      const { picture } = store.get()
      const isOutdated = news.stamp !== picture.snapshot.stamp
      picture.hear(news)
      store.learn()
      void meetNewcomer()
      save()
      if (isOutdated) void renew()
    },
    reached() {
      if (store.get().offlineSince !== null) store.set({ offlineSince: null })
      void send()
    },
    away,
    over: () => void end('ended'),
  })
  const clock = window.setInterval(everyMinute, 60_000)
  everyMinute()

  return {
    store,
    noter,
    walkIns,
    server,
    vault,
    send,
    hurry: ears.hurry,
    name,
    answerAboutPhotos,
    forget,
    close,
  }

  /** Null while the network is away; with something to go on with, it is given little time. */
  async function takeSnapshot(etag: string | null, hasOne: boolean): Promise<Kept | 'over' | null> {
    const heard = await server.snapshot(etag, hasOne ? undefined : 20_000)
    if (heard.is === 'over') return 'over'
    if (heard.is === 'same') return kept
    if (heard.is !== 'answer') return null
    const error = Date.parse(heard.value.snapshot.at) - Date.now()
    return { ...heard.value, clockError: Math.abs(error) > 2_000 ? error : 0 }
  }

  async function renew() {
    const taken = await takeSnapshot(null, true)
    if (!taken || taken === 'over') return
    kept = taken
    const picture = new Picture(taken.snapshot)
    const { point: here } = store.get()
    store.learn({ picture, point: choosePoint(taken.snapshot.points, here)?.key ?? '' })
    await reapply()
    save()
  }

  /** What waits here is not in any snapshot yet. */
  async function reapply() {
    for (const one of await vault.listWaiting<Waiting>()) {
      const { picture } = store.get()
      if (one.to === 'photo') picture.sayPhoto(one.body.registrationId, one.body.photo)
      if (one.to === 'scans') noter.noteHere(one)
    }
    await countWaiting()
  }

  /** Whom the list knew and this device did not is known now. */
  async function meetNewcomer() {
    const { shown, picture } = store.get()
    const person = shown?.code && !shown.registrationId ? await picture.find({ code: shown.code }) : null
    if (person && store.get().shown === shown) store.learn({ shown: { ...shown!, registrationId: person.i } })
  }

  async function countWaiting() {
    const waiting = (await vault.listWaiting<Waiting>()).filter(({ id }) => !noter.isInHand(id)).length
    if (waiting !== store.get().waiting) store.set({ waiting })
  }

  function away() {
    if (store.get().offlineSince === null) store.set({ offlineSince: Date.now() })
  }

  async function send() {
    await countWaiting()
    if (isSending || store.get().offlineSince !== null || Date.now() < notBefore) return
    isSending = true
    clearTimeout(retry)
    const { device } = store.get()
    const { isInHand } = noter
    const heard = { answered, walkInAnswered: walkIns.answered }
    const sent = await sendWaiting({ vault, server, door: eventId, device, isInHand, ...heard })
    isSending = false
    failures = sent === 'away' ? failures + 1 : 0
    notBefore =
      failures === 0 ? 0 : Date.now() + Math.min(60_000, 1_000 * 2 ** failures) * (0.5 + Math.random())
    if (sent === 'over') return void end('ended')
    if (sent === 'away') retry = window.setTimeout(send, notBefore - Date.now() + 1)
    await countWaiting()
  }

  function answered(one: WaitingScan, result: ScanResult) {
    noter.settle(one, result)
    const { picture, differences } = store.get()
    const { told } = one.body
    const name = picture.get(one.registrationId ?? '')?.n ?? result.person?.name ?? one.body.code ?? ''
    const isOther = told !== undefined && told !== result.outcome
    const line = { factId: one.id, name, told: told!, outcome: result.outcome }
    store.learn(isOther ? { differences: [line, ...differences] } : {})
    save()
  }

  /** Soon, and not for every word that is heard. */
  function save() {
    saving ??= window.setTimeout(keep, 500)
  }

  async function keep() {
    saving = null
    if (kept) await vault.put('snapshot', { ...kept, snapshot: store.get().picture.asSnapshot() })
  }

  async function answerAboutPhotos(registrationId: string, photo: 'fine' | 'no_camera') {
    const waiting: Waiting = { id: crypto.randomUUID(), to: 'photo', body: { registrationId, photo } }
    if (!(await vault.keepWaiting(waiting.id, waiting))) return void end('ended')
    store.get().picture.sayPhoto(registrationId, photo)
    store.learn({ isHeldUp: false })
    void send()
  }

  function name(device: string) {
    store.set({ device: device.trim() || deskDevice })
    void vault.put('settings', { device: store.get().device } satisfies Settings)
  }

  function everyMinute() {
    const { picture, waiting, offlineSince } = store.get()
    if (keepsUntil(picture.snapshot) <= new Date()) return void end('ended')
    if (picture.snapshot.device.id && offlineSince === null)
      void server.seen(waiting).then(({ is }) => is === 'over' && ears.hurry())
  }

  async function end(why: 'ended' | 'forgotten') {
    if (store.get().over) return
    store.set({ over: { unsent: store.get().waiting, why }, shown: null })
    close()
    await vault.wipe()
    new BroadcastChannel(`lanyard-door-${eventId}`).postMessage({ over: true } satisfies FromAnotherTab)
    navigator.serviceWorker?.controller?.postMessage({ forget: location.pathname })
  }

  function forget() {
    return end('forgotten')
  }

  function close() {
    clearTimeout(saving ?? 0)
    clearTimeout(retry)
    clearInterval(clock)
    ears.stop()
    tabs.close()
  }
}
