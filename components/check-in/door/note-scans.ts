import { arrivalOf, countingScans, judge, type Verdict } from '@/lib/check-in/rules'
import type { Arrival, ScanResult, SnapshotPerson } from '@/lib/check-in/schema'
import type { DoorStore, Shown } from './door-state'
import type { Whom } from './picture'
import type { DoorServer } from './server'
import type { Vault } from './vault'
import type { ScanBody, Waiting, WaitingScan } from './waiting'

type Kit = {
  store: DoorStore
  vault: Vault
  server: DoorServer
  keepWaiting: (one: Waiting) => Promise<boolean>
  /** Milliseconds by which this device's clock is behind the server's. */
  clockError: () => number
  noted: (fact: Arrival) => void
  wentAway: () => void
  send: () => void
  over: () => void
}
type Wish = Pick<ScanBody, 'kind' | 'undoes' | 'force' | 'idSeen' | 'stickerGiven'>

/** Scans at this device: kept before anybody is told, answered at once, and asked of the list where it can be reached. */
export function scanNoter(kit: Kit) {
  const { store, vault, server } = kit
  const inHand = new Set<string>()
  return { note, undo, isInHand: (id: string) => inHand.has(id), settle, noteHere }

  /** `isQuiet`: it only adds to what is on the screen. */
  async function note(whom: Whom, wish: Wish, isQuiet = false): Promise<void> {
    const person = await store.get().picture.find(whom)
    const asked = 'code' in whom ? { code: sendable(whom.code) } : whom
    const one = toWait(person ? { registrationId: person.i } : asked, wish, person)
    await sayAndAsk([one], person, isQuiet)
  }

  /** One undo for each scan that counts and that this device knows of; of a leaving, for that alone. */
  async function undo(shown: Shown): Promise<void> {
    const { picture } = store.get()
    const { registrationId, point, factId, kind } = shown
    const person = registrationId ? picture.get(registrationId) : null
    const known =
      person && kind !== 'leave' ? countingScans(person.i, point, picture.factsOf(person.i)) : [factId]
    const whom = person ? { registrationId: person.i } : null
    const all = (known.length > 0 ? known : [factId]).map((undoes) =>
      toWait(whom, { kind: 'undo', undoes }, person, point),
    )
    await sayAndAsk(all, person, false)
  }

  function toWait(whom: Whom | null, wish: Wish, person: SnapshotPerson | null, at?: string): Judged {
    const { picture, point: here } = store.get()
    const key = at ?? here
    const point = picture.snapshot.points.find((one) => one.key === key) ?? { key, hasExits: false }
    const mayForce = picture.snapshot.device.rank === 'supervisor'
    const facts = person ? picture.factsOf(person.i) : []
    const verdict = judge({ ...whom, ...wish }, { person, facts, point, mayForce })
    const id = crypto.randomUUID()
    const body = { id, ...whom, point: key, at: new Date().toISOString(), ...wish }
    const { outcome, reason, isForced } = verdict
    const registrationId = person?.i ?? null
    return {
      verdict,
      waiting: { id, to: 'scans', body, registrationId, guess: { outcome, reason, isForced } },
    }
  }

  async function sayAndAsk(all: Judged[], person: SnapshotPerson | null, isQuiet: boolean): Promise<void> {
    for (const { waiting } of all) inHand.add(waiting.id)
    try {
      await keepAndSay(all, person, isQuiet)
    } finally {
      for (const { waiting } of all) inHand.delete(waiting.id)
    }
    kit.send()
  }

  async function keepAndSay(all: Judged[], person: SnapshotPerson | null, isQuiet: boolean): Promise<void> {
    const [{ verdict, waiting: first }] = all as [Judged]
    const isOffline = store.get().offlineSince !== null
    for (const { waiting } of all) {
      const body = isOffline ? { ...waiting.body, told: waiting.guess.outcome } : waiting.body
      // No older answer stays in sight as if it were this one's.
      if (!(await kit.keepWaiting({ ...waiting, body })))
        return isQuiet ? undefined : store.set({ shown: null })
      noteHere(waiting)
    }
    const shown = shownOf(first, verdict)
    // Whom this device does not know may have registered a minute ago: the list is asked first.
    const isKnown = person !== null || first.body.kind === 'undo'
    if (!isQuiet) store.learn(isKnown || isOffline ? { shown, isAsking: false } : { isAsking: true })
    if (!isOffline) await ask(all, shown, isQuiet)
  }

  async function ask(all: Judged[], shown: Shown, isQuiet: boolean): Promise<void> {
    const bodies = all.map(({ waiting }) => waiting.body)
    const heard = await server.scans(store.get().device, bodies)
    if (heard.is === 'over') return kit.over()
    if (heard.is !== 'answer') {
      for (const { waiting } of all)
        await vault
          .keepWaiting(waiting.id, {
            ...waiting,
            body: { ...waiting.body, told: waiting.guess.outcome },
          })
          .catch(() => {})
      // What cannot be read is put aside by whoever sends what waits: that is no matter of the network.
      if (heard.is !== 'refused') kit.wentAway()
      if (!isQuiet) store.learn({ isAsking: false, ...ifStill(shown, shown) })
      return
    }
    const { results } = heard.value
    // What stays is sent again, and answered the same.
    await vault.dropWaiting(results.map(({ id }) => id)).catch(() => {})
    for (const result of results) {
      const one = all.find(({ waiting }) => waiting.id === result.id)
      if (one) settle(one.waiting, result)
    }
    const [first] = results
    if (!isQuiet && first) store.learn({ isAsking: false, ...ifStill(shown, asListed(shown, first)) })
    else store.learn()
  }

  /** A newer answer is not pushed off the screen by a late one. */
  function ifStill(before: Shown, after: Shown) {
    const { shown } = store.get()
    return shown === null || shown.factId === before.factId || shown.at < before.at ? { shown: after } : {}
  }

  /** What the list answered replaces what this device thought. */
  function settle(waiting: WaitingScan, { outcome, reason }: Pick<ScanResult, 'outcome' | 'reason'>): void {
    if (outcome === waiting.guess.outcome && reason === waiting.guess.reason) return
    store.get().picture.takeBack(waiting.id)
    noteHere({ ...waiting, guess: { ...waiting.guess, outcome, reason } })
  }

  function noteHere({ body, registrationId, guess }: WaitingScan): void {
    const { picture, device } = store.get()
    const at = Date.parse(body.at) + kit.clockError()
    const fact = arrivalOf({ ...body, at, device }, registrationId, guess)
    if (!fact) return
    picture.note(fact)
    kit.noted(fact)
  }
}

type Judged = { verdict: Verdict; waiting: WaitingScan }

/** Whatever stood in a code that was held in front of the camera: a batch with it must not be refused whole. */
const sendable = (code: string): string =>
  code
    .slice(0, 200)
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .trim() || '?'

const shownOf = ({ id, body, registrationId }: WaitingScan, verdict: Verdict): Shown => ({
  factId: id,
  kind: body.kind,
  verdict,
  by: 'device',
  at: Date.now(),
  point: body.point,
  registrationId,
  told: null,
  code: body.code ?? null,
})

function asListed(shown: Shown, { outcome, reason, firstAt, person }: ScanResult): Shown {
  const isSame = shown.verdict.outcome === outcome
  const verdict = {
    ...(isSame ? shown.verdict : { outcome }),
    ...(reason && { reason }),
    ...(firstAt && { firstAt: Date.parse(firstAt) }),
  }
  return { ...shown, verdict, by: 'list', told: person ?? null }
}
