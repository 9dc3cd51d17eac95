import { setTimeout as sleep } from 'node:timers/promises'
import { unsealAnswer } from '@/lib/registrations/seal-answer'
import { makeEvent } from '@/prisma/factories/events'
import { bodyMaker, hiddenControls, multipartType } from './filled-form'

const people = 500
const places = 60
const seconds = 40

type Told = { status: number; ms: number; standing: string; ahead: number | null }

/** Everybody wants one of sixty places in the same forty seconds: each opens the form, then sends it. */
export async function rush(product: string): Promise<boolean> {
  const event = await makeEvent({ slug: 'rush', title: 'A rush', onSite: places })
  const formUrl = `${product}/events/${event.slug}/register`
  const one = async (at: number): Promise<Told> => {
    await sleep((at / people) * seconds * 1_000)
    const hidden = await timed(() => hiddenControls(formUrl))
    const body = bodyMaker([
      ...hidden.value,
      ['name', 'Ada Example'],
      ['presence', 'on_site'],
      ['photo', 'fine'],
    ])()
    const headers = { 'content-type': multipartType, origin: product }
    const answer = await timed(() => fetch(formUrl, { method: 'POST', headers, body, redirect: 'manual' }))
    const ms = Math.max(hidden.ms, answer.ms)
    const sealed = new URL(answer.value.headers.get('location') ?? '/', product).searchParams.get('answer')
    const standing = sealed ? unsealAnswer(event.id, sealed) : null
    const ahead = standing?.claims.find(({ kind }) => kind === 'event')?.ahead ?? null
    return { status: answer.value.status, ms, standing: standing?.status ?? 'none', ahead }
  }
  return judge(await Promise.all(Array.from({ length: people }, (_, at) => one(at))))
}

function judge(told: Told[]): boolean {
  const confirmed = told.filter(({ standing }) => standing === 'confirmed').length
  const line = told.filter(({ standing }) => standing === 'waitlisted').map(({ ahead }) => ahead ?? -1)
  const isHonest = line.toSorted((a, b) => a - b).every((ahead, at) => ahead === at)
  const faults = told.filter(({ status }) => status !== 303).length
  const p95 = told.map(({ ms }) => ms).toSorted((a, b) => a - b)[Math.floor(told.length * 0.95)]!
  const isMet =
    confirmed === places && line.length === people - places && isHonest && faults === 0 && p95 <= 1_500
  const words = isHonest ? 'every place in line told once' : 'places in line told twice or skipped'
  console.log(
    `${isMet ? 'met   ' : 'MISSED'}  rush of ${people} for ${places} places in ${seconds} s: ${confirmed} confirmed, ` +
      `${line.length} waiting, ${words}, ${faults} other answers, p95 ${p95.toFixed(0)} ms (wanted 1500)`,
  )
  return isMet
}

async function timed<T>(act: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const began = performance.now()
  const value = await act()
  return { value, ms: performance.now() - began }
}
