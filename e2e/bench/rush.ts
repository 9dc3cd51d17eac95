import { setTimeout as sleep } from 'node:timers/promises'
import { db } from '@/lib/db/client'
import { unsealAnswer } from '@/lib/registrations/seal-answer'
import { makeEvent } from '@/prisma/factories/events'
import { bodyMaker, type Controls, hiddenControls, multipartType } from './filled-form'

const people = 500
const places = 60
const seconds = 40
const walkPlaces = 25
const rooms = 20
const night = '2027-04-15'

type Told = { status: number; ms: number; standing: string; ahead: number | null }

/** Everybody wants one of sixty places in the same forty seconds, most a walk or a room too: each opens the form, then sends it. */
export async function rush(product: string): Promise<boolean> {
  const room = { key: 'single', name: 'Single room', nights: { [night]: rooms } }
  const event = await makeEvent({
    slug: 'rush',
    title: 'A rush',
    onSite: places,
    activities: [{ key: 'walk', size: walkPlaces }],
    hotels: [{ key: 'inn', name: 'Example Inn', roomTypes: [room] }],
  })
  const formUrl = `${product}/events/${event.slug}/register`
  const one = async (at: number): Promise<Told> => {
    await sleep((at / people) * seconds * 1_000)
    const hidden = await timed(() => hiddenControls(formUrl))
    const body = bodyMaker([...hidden.value, ...wishesOf(at)])()
    const headers = { 'content-type': multipartType, origin: product }
    const answer = await timed(() => fetch(formUrl, { method: 'POST', headers, body, redirect: 'manual' }))
    const ms = Math.max(hidden.ms, answer.ms)
    const sealed = new URL(answer.value.headers.get('location') ?? '/', product).searchParams.get('answer')
    const standing = sealed ? unsealAnswer(event.id, sealed) : null
    const ahead = standing?.claims.find(({ kind }) => kind === 'event')?.ahead ?? null
    return { status: answer.value.status, ms, standing: standing?.status ?? 'none', ahead }
  }
  const told = await Promise.all(Array.from({ length: people }, (_, at) => one(at)))
  return judge(told, await heldOf(event.id))
}

function wishesOf(at: number): Controls {
  const wishes: Controls = [
    ['name', 'Ada Example'],
    ['presence', 'on_site'],
    ['photo', 'fine'],
  ]
  if (at % 2 === 0) wishes.push(['activities', 'walk'])
  if (at % 3 !== 0) wishes.push(['nights', night])
  return wishes
}

/** What is really held, and what the pools say is taken. */
async function heldOf(eventId: string) {
  const claims = await db().claim.groupBy({ by: ['kind'], where: { eventId, state: 'held' }, _count: true })
  const held = Object.fromEntries(claims.map(({ kind, _count }) => [kind, _count]))
  const pools = await db().pool.findMany({ where: { eventId, size: { not: null } } })
  const taken = pools.reduce((sum, pool) => sum + pool.taken, 0)
  const isTrue = taken === (held.event ?? 0) + (held.activity ?? 0) + (held.stay ?? 0)
  const isWithin = pools.every(({ taken: some, size }) => some <= size!)
  return { held, isHonest: isTrue && isWithin }
}

function judge(told: Told[], { held, isHonest }: Awaited<ReturnType<typeof heldOf>>): boolean {
  const confirmed = told.filter(({ standing }) => standing === 'confirmed').length
  const line = told.filter(({ standing }) => standing === 'waitlisted').map(({ ahead }) => ahead ?? -1)
  const isLineHonest = line.toSorted((a, b) => a - b).every((ahead, at) => ahead === at)
  const faults = told.filter(({ status }) => status !== 303).length
  const p95 = told.map(({ ms }) => ms).toSorted((a, b) => a - b)[Math.floor(told.length * 0.95)]!
  const isRight = confirmed === places && held.event === places && line.length === people - places
  const isMet = isRight && isHonest && isLineHonest && faults === 0 && p95 <= 1_500
  const words = isLineHonest ? 'every place in line told once' : 'places in line told twice or skipped'
  console.log(
    `${isMet ? 'met   ' : 'MISSED'}  rush of ${people} for ${places} places in ${seconds} s: ${confirmed} confirmed with ` +
      `${held.activity ?? 0} of ${walkPlaces} walks and ${held.stay ?? 0} of ${rooms} rooms, ${line.length} waiting, ${words}, ` +
      `${isHonest ? 'figures true' : 'FIGURES WRONG'}, ${faults} other answers, p95 ${p95.toFixed(0)} ms (wanted 1500)`,
  )
  return isMet
}

async function timed<T>(act: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const began = performance.now()
  const value = await act()
  return { value, ms: performance.now() - began }
}
