import type { Snapshot } from '@/lib/check-in/schema'
import type { Waiting } from './waiting'

/** What a door had not sent when this browser had to forget it: how much at which point, and nobody's name. */
export type Lost = { title: string; points: { name: string | null; count: number }[] }

const shelf = 'lanyard-lost'
const changed = 'lanyard-lost-changed'

/** Kept until somebody has read it. */
export function noteLost(waiting: Waiting[], snapshot: Pick<Snapshot, 'event' | 'points'> | undefined): void {
  if (waiting.length === 0) return
  const counts = new Map<string | null, number>()
  for (const one of waiting) {
    const point = one.to === 'photo' ? null : one.body.point
    const name = snapshot?.points.find(({ key }) => key === point)?.name ?? point
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const points = [...counts].map(([name, count]) => ({ name, count }))
  write([...readLost(saidLost()), { title: snapshot?.event.title ?? '', points }])
}

export const forgetLost = (): void => write([])

export const readLost = (said: string | null): Lost[] => (said ? JSON.parse(said) : [])

export const saidLost = (): string | null => localStorage.getItem(shelf)

export function hearLost(hear: () => void): () => void {
  window.addEventListener(changed, hear)
  return () => window.removeEventListener(changed, hear)
}

function write(all: Lost[]) {
  if (all.length > 0) localStorage.setItem(shelf, JSON.stringify(all))
  else localStorage.removeItem(shelf)
  window.dispatchEvent(new Event(changed))
}
