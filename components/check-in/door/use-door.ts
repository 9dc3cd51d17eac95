import { useEffect, useState, useSyncExternalStore } from 'react'
import { mustAskAboutPhotos } from '@/lib/check-in/rules'
import { cardOf } from './card-of'
import { codePause } from './code-pause'
import type { Door } from './create-door'
import type { DoorState } from './door-state'
import { codeMeant, hearWedge } from './hear-wedge'
import { signal } from './signal'
import { stayAwake } from './stay-awake'
import { linkWorker } from './worker-link'

/** What the page shows of a door, and what a press on it does. */
export function useDoor(door: Door) {
  const state = useSyncExternalStore(door.store.subscribe, door.store.get)
  const worker = useWorker()
  const [onceSeen] = useState(() => codePause())
  useSignals(state)
  useEffect(stayAwake, [])
  useEffect(() => hearWedge((code) => void enterFromWedge(code, door)), [door])

  return {
    state,
    worker,
    card: state.shown && cardOf(state.shown, state),
    seen: (code: string) => onceSeen(code, () => takes({ code }, door)),
    enter: (whom: Whom) => enter(whom, door),
    /** Whoever may not search types a whole code. */
    enterTyped: (text: string) => {
      if (state.picture.snapshot.device.rank === 'scan_only' && text.trim()) void enter({ code: text }, door)
    },
    recordTap: async (data: FormData) => recordTap(data, door),
    answerAboutPhotos: async (data: FormData) =>
      door.answerAboutPhotos(String(data.get('registrationId')), data.get('photo') as 'fine' | 'no_camera'),
    next: () => door.store.set({ shown: null, isHeldUp: false }),
    stand: (point: string) => door.store.set({ point, isGoingOut: false, shown: null }),
    turn: (isGoingOut: boolean) => door.store.set({ isGoingOut, shown: null }),
  }
}

export type UsedDoor = ReturnType<typeof useDoor>

type Whom = { code: string } | { registrationId: string }

/** Somebody comes, or goes; nobody is next before the last one was asked about photos. */
async function enter(whom: Whom, { store, noter }: Door) {
  if (isAskingAboutPhotos(store.get())) return store.set({ isHeldUp: true })
  await noter.note(whom, { kind: store.get().isGoingOut ? 'leave' : 'arrive' })
}

/** False where nobody is next yet. */
function takes(whom: Whom, door: Door): boolean {
  const isFree = !isAskingAboutPhotos(door.store.get())
  void enter(whom, door)
  return isFree
}

const isAskingAboutPhotos = (state: DoorState): boolean =>
  state.shown !== null && mustAskAboutPhotos(cardOf(state.shown, state))

async function enterFromWedge(code: string, door: Door) {
  const isKnown = async (one: string) => (await door.store.get().picture.find({ code: one })) !== null
  await enter({ code: await codeMeant(code, isKnown) }, door)
}

/** The buttons below an answer are the forms of the page without JavaScript. */
async function recordTap(data: FormData, door: Door) {
  const { store, noter } = door
  const { shown } = store.get()
  const registrationId = String(data.get('registrationId'))
  if (data.get('kind') === 'undo') return shown ? await noter.undo(shown) : undefined
  const asks = (name: string) => data.has(name) || undefined
  const wish = { force: asks('force'), idSeen: asks('idSeen'), stickerGiven: asks('stickerGiven') }
  const isTick = wish.idSeen || wish.stickerGiven
  if (!isTick && !wish.force) return await enter({ registrationId }, door)
  await noter.note({ registrationId }, { kind: 'arrive', ...wish }, isTick)
}

function useSignals({ shown, isHeldUp, isNotKept }: DoorState) {
  const factId = shown?.factId
  const outcome = shown?.verdict.outcome
  // A second word about the same scan is heard only where it differs.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scan with the same outcome is heard, too
  useEffect(() => {
    if (outcome) signal(outcome)
  }, [factId, outcome])
  useEffect(() => {
    if (isHeldUp || isNotKept) signal('refused')
  }, [isHeldUp, isNotKept])
}

function useWorker() {
  const [isNewer, setNewer] = useState(false)
  const [link, setLink] = useState<ReturnType<typeof linkWorker> | null>(null)
  useEffect(() => {
    const made = linkWorker(() => setNewer(true))
    setLink(made)
    return made.unlink
  }, [])
  return { isNewer, loadNewer: () => link?.loadNewer() }
}
