import type { ScanResult } from '@/lib/check-in/schema'
import type { DoorStore } from './door-state'
import { lineKeeper } from './keep-lines'
import type { walkInKeeper } from './keep-walk-ins'
import type { scanNoter } from './note-scans'
import { sendWaiting } from './send-waiting'
import type { DoorServer } from './server'
import type { Vault } from './vault'
import type { PhotoBody, Waiting, WaitingPhoto, WaitingScan } from './waiting'

type Kit = {
  store: DoorStore
  vault: Vault
  server: DoorServer
  door: string
  noter: Pick<ReturnType<typeof scanNoter>, 'isInHand' | 'settle'>
  walkIns: Pick<ReturnType<typeof walkInKeeper>, 'answered'>
  save: () => void
  over: () => void
}

/** Sends what waits whenever that may succeed; after a failure later and later, and not all devices at once. */
export function keepSending({ store, vault, server, door, noter, walkIns, save, over }: Kit) {
  const aside = lineKeeper('aside', store, vault)
  let failures = 0
  let notBefore = 0
  let retry = 0
  let isSending = false
  return { send, count, seenTo: aside.seenTo, stop: () => clearTimeout(retry) }

  async function count() {
    const waiting = (await vault.listWaiting<Waiting>()).filter(({ id }) => !noter.isInHand(id)).length
    if (waiting !== store.get().waiting) store.set({ waiting })
  }

  async function send() {
    await count()
    if (isSending || store.get().offlineSince !== null || Date.now() < notBefore) return
    isSending = true
    clearTimeout(retry)
    const { device } = store.get()
    const heard = {
      isInHand: noter.isInHand,
      answered,
      walkInAnswered: walkIns.answered,
      setAside,
      photoAnswered,
    }
    // Where this device cannot read what it kept, that is tried again as well.
    const end = await sendWaiting({ vault, server, door, device, ...heard }).catch(() => 'away' as const)
    isSending = false
    if (end === 'over') return over()
    failures = end === 'away' ? failures + 1 : 0
    const pause = Math.min(60_000, 1_000 * 2 ** failures) * (0.5 + Math.random())
    notBefore = failures === 0 ? 0 : Date.now() + pause
    if (failures > 0) retry = window.setTimeout(send, pause + 1)
    await count()
  }

  function nameOf({ registrationId, body }: WaitingScan): string | undefined {
    return store.get().picture.get(registrationId ?? '')?.n ?? body.code
  }

  async function setAside(one: WaitingScan) {
    const { id, body } = one
    store.get().picture.takeBack(id)
    await aside.add({ id, name: nameOf(one) ?? '', at: Date.parse(body.at), point: body.point })
  }

  function photoAnswered({ body }: WaitingPhoto, stands: PhotoBody['photo']) {
    store.get().picture.sayPhoto(body.registrationId, stands)
    store.learn()
    save()
  }

  function answered(one: WaitingScan, result: ScanResult) {
    noter.settle(one, result)
    const { differences } = store.get()
    const { told } = one.body
    const name = result.person?.name ?? nameOf(one) ?? ''
    const isOther = told !== undefined && told !== result.outcome
    const line = { factId: one.id, name, told: told!, outcome: result.outcome }
    store.learn(isOther ? { differences: [line, ...differences] } : {})
    save()
  }
}
