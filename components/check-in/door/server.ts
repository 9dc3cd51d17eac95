import { doorWord } from '@/lib/check-in/rules'
import type { DoorNews, DoorRow, ScanResult, Snapshot, WalkInResult } from '@/lib/check-in/schema'
import type { PhotoBody } from './waiting'

/**
 * `away`: no answer, or none of a working server; `over`: this device may not ask any more; `refused`: it never will be
 * answered otherwise.
 */
export type Heard<T> = { is: 'answer'; value: T } | { is: 'same' | 'away' | 'over' | 'refused' }

/** Milliseconds after which whoever stands at the door goes on without us. */
export const patience = 3_000

/** The door's program of one event, as a device asks it. */
export function doorServer(slug: string) {
  const base = `/api/check-in/${encodeURIComponent(slug)}`
  return {
    liveAddress: (since: string) => `${base}/live?${new URLSearchParams({ since })}`,
    snapshot: (etag: string | null, wait = patience) =>
      ask<{ snapshot: Snapshot; etag: string | null }>(
        `${base}/snapshot`,
        { headers: etag ? { 'if-none-match': etag } : {} },
        wait,
        async (response) => ({ snapshot: await response.json(), etag: response.headers.get('etag') }),
      ),
    news: (since: string) => ask<DoorNews>(`${base}/arrivals?${new URLSearchParams({ since })}`, {}),
    scans: (device: string, scans: object[], wait = patience) =>
      post<{ results: ScanResult[] }>('scans', { device, sentAt: new Date().toISOString(), scans }, wait),
    walkIns: (device: string, walkIns: object[], wait = patience) =>
      post<{ results: WalkInResult[] }>(
        'walk-ins',
        { device, sentAt: new Date().toISOString(), walkIns },
        wait,
      ),
    photo: (body: PhotoBody, wait = patience) =>
      post<{ photo: PhotoBody['photo'] }>('photo', { ...body, sentAt: new Date().toISOString() }, wait),
    search: (text: string, point: string) => post<{ people: DoorRow[] }>('search', { text, point }),
    seen: (queueLength: number) => post<unknown>('seen', { queueLength }),
  }

  function post<T>(door: string, body: object, wait = patience): Promise<Heard<T>> {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }
    return ask<T>(`${base}/${door}`, init, wait)
  }
}

const refusals = [400, 403, 413]

export type DoorServer = ReturnType<typeof doorServer>

async function ask<T>(
  address: string,
  init: RequestInit,
  wait = patience,
  read: (response: Response) => Promise<T> = (response) => response.json(),
): Promise<Heard<T>> {
  try {
    const response = await fetch(address, {
      ...init,
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(wait),
    })
    if (response.status === 304) return { is: 'same' }
    // What stands in front of our server may answer so, too, while it is away: only our own word counts.
    const isOurs = response.headers.has(doorWord)
    if (isOurs && response.status === 401) return { is: 'over' }
    // Another event's device, or none of this name any more; about one person it says only that they are gone.
    if (isOurs && response.status === 404) return { is: address.endsWith('/photo') ? 'refused' : 'over' }
    if (isOurs && refusals.includes(response.status)) return { is: 'refused' }
    return response.ok ? { is: 'answer', value: await read(response) } : { is: 'away' }
  } catch {
    return { is: 'away' }
  }
}
