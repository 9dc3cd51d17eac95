import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from '@/lib/db/client'
import { makeDevice } from '@/prisma/factories/devices'
import { makeEvent } from '@/prisma/factories/events'
import { makeQuestions } from '@/prisma/factories/questions'
import { makeCrowd } from './crowd'
import type { Bench } from './open-bench'

const perSecond = 20
const seconds = 60
const most = { verdict: 300, heard: 2_000, batch: 1_000, snapshot: 1_000, bytes: 500_000 }

type Phone = { name: string; token: string }
type Person = { code: string; status: string; isIn: boolean }
type Verdict = { outcome: string; reason?: string }
type Scan = { id: string; code: string; at: string; kind: 'arrive' }
type Asked = { scan: Scan; wanted: string }

/**
 * A morning at the door: three phones scan twenty codes a second for a minute, with people who wait, are cancelled or
 * unknown, came before, or whose answer was lost; then a phone brings five hundred scans it made without network, and
 * another takes the snapshot of a larger event.
 */
export async function door({ product, limit }: Bench): Promise<boolean> {
  const { slug, phones } = await prepareDoor('door', 2_000)
  const people = await listPeople(slug)
  const ears = phones.map((phone) =>
    listen(`${product}/api/check-in/${slug}/live?since=${Date.now()}`, phone),
  )
  const post = (phone: Phone, scans: Scan[]) =>
    send(`${product}/api/check-in/${slug}/scans`, phone, { device: phone.name, scans })
  const least = await p95Of(100, () => send(`${limit}/one-query`, phones[0]!, {}))
  const met = [await morning(people, phones, post, ears, least)]
  for (const { close } of ears) close()
  met.push(await offline(people, phones[0]!, post))
  met.push(await large(product))
  return met.every(Boolean)
}

type Post = (phone: Phone, scans: Scan[]) => Promise<Verdict[]>
type Ear = ReturnType<typeof listen>

async function morning(people: Person[], phones: Phone[], post: Post, ears: Ear[], least: number) {
  const [took, wrong, answered]: [number[], string[], Map<string, number>] = [[], [], new Map()]
  const past: Asked[] = []
  const began = performance.now()
  const all = Array.from({ length: perSecond * seconds }, async (_, at) => {
    await sleep((at / perSecond) * 1_000 - (performance.now() - began))
    const asked = choose(at, people, past)
    const start = performance.now()
    const [verdict] = await post(phones[at % phones.length]!, [asked.scan])
    const end = performance.now()
    took.push(end - start)
    const said = verdict!.reason ?? verdict!.outcome
    if (said !== asked.wanted) wrong.push(`${said} instead of ${asked.wanted}`)
    if (asked.wanted === 'arrived' && !answered.has(asked.scan.id)) answered.set(asked.scan.id, end)
    past[at] = asked
  })
  await Promise.all(all)
  await sleep(most.heard)
  const lags = [...answered].flatMap(([id, at]) => ears.map(({ heard }) => (heard.get(id) ?? Infinity) - at))
  const [p95, lag] = [percentile(took, 0.95), Math.max(...lags)]
  return say(
    wrong.length === 0 && p95 <= most.verdict && lag <= most.heard,
    `${took.length} scans by three phones: ${wrong.length} wrong verdicts${wrong.length > 0 ? ` (${wrong[0]})` : ''}, ` +
      `p95 ${ms(p95)}, wanted at most ${most.verdict} (${(p95 / least).toFixed(1)} times a bare handler with one query); ` +
      `heard by every phone after at most ${ms(lag)}, wanted ${most.heard}`,
  )
}

/** Every tenth is unknown, every tenth a repetition of what was answered a while ago, every tenth somebody once more. */
function choose(at: number, people: Person[], past: Asked[]): Asked {
  const scan = { id: randomUUID(), at: new Date().toISOString(), kind: 'arrive' } as const
  const before = past[at - 5 * perSecond]
  if (at % 10 === 3) return { scan: { ...scan, code: 'NEVR-HERD-F2FF' }, wanted: 'unknown' }
  if (at % 10 === 5 && before) return before
  if (at % 10 === 7 && before) {
    const again = before.wanted === 'arrived' ? 'already_arrived' : before.wanted
    return { scan: { ...scan, code: before.scan.code }, wanted: again }
  }
  const person = people[at]!
  const { code, status, isIn } = person
  if (status !== 'confirmed') return { scan: { ...scan, code }, wanted: status }
  person.isIn = true
  return { scan: { ...scan, code }, wanted: isIn ? 'already_arrived' : 'arrived' }
}

async function offline(people: Person[], phone: Phone, post: Post) {
  const rest = people.slice(perSecond * seconds, perSecond * seconds + 500)
  const at = new Date(Date.now() - 3_600_000).toISOString()
  const scans = rest.map(({ code }) => ({ id: randomUUID(), code, at, kind: 'arrive' as const }))
  const start = performance.now()
  const verdicts = await post(phone, scans)
  const took = performance.now() - start
  const wanted = rest.map(({ status, isIn }) =>
    status !== 'confirmed' ? status : isIn ? 'already_arrived' : 'arrived',
  )
  const wrong = verdicts.filter(({ outcome, reason }, n) => (reason ?? outcome) !== wanted[n]).length
  return say(
    wrong === 0 && verdicts.length === 500 && took <= most.batch,
    `a batch of 500 offline scans: ${wrong} wrong verdicts, ${ms(took)}, wanted at most ${most.batch}`,
  )
}

async function large(product: string) {
  const { slug, phones } = await prepareDoor('large-door', 5_000)
  const url = `${product}/api/check-in/${slug}/snapshot`
  const got: { took: number; bytes: number }[] = []
  for (let n = 0; n < 6; n++) got.push(await download(url, phones[0]!))
  const took = percentile(
    got.slice(1).map((one) => one.took),
    0.5,
  )
  const bytes = got[0]!.bytes
  return say(
    took <= most.snapshot && bytes <= most.bytes,
    `the snapshot of 5,000 people, a third of them here: ${(bytes / 1000).toFixed(0)} kB as sent, wanted at most 500; ` +
      `${ms(took)}, wanted at most ${most.snapshot}`,
  )
}

/** An event with so many people, a third of them here, and three phones that are paired. */
export async function prepareDoor(slug: string, count: number) {
  const nights = { '2027-04-15': 20_000 }
  const event = await makeEvent({
    slug,
    onSite: 20_000,
    activities: [{ key: 'tour', size: 20_000 }],
    meals: [{ key: 'lunch', title: 'Lunch', options: [{ key: 'chili', name: 'Chili' }] }],
    hotels: [{ key: 'inn', name: 'Inn', roomTypes: [{ key: 'single', name: 'Single', nights }] }],
  })
  const [question] = await makeQuestions(event.id, [{ key: 'size' }])
  await makeCrowd(event, question!.id, count)
  await sql().query(
    `UPDATE registration SET status = 'cancelled', cancel_reason = 'person', cancelled_at = now()
      WHERE event_id = $1 AND email LIKE '%7@example.org' AND status = 'confirmed'`,
    [event.id],
  )
  const phones = await Promise.all(
    ['A', 'B', 'C'].map((letter) => makeDevice(event, { name: `Phone ${letter}` })),
  )
  return { slug, phones }
}

export async function listPeople(slug: string): Promise<Person[]> {
  const { rows } = await sql().query<Person>(
    `SELECT r.code, r.status::text AS status, EXISTS (SELECT 1 FROM check_in_arrived a WHERE a.registration_id = r.id) AS "isIn"
       FROM registration r JOIN event e ON e.id = r.event_id WHERE e.slug = $1 ORDER BY md5(r.code)`,
    [slug],
  )
  return rows
}

async function send(url: string, { token }: Phone, body: unknown): Promise<Verdict[]> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  return ((await answer.json()) as { results?: Verdict[] }).results ?? []
}

/** When each fact was first heard of by a phone that listens. */
function listen(url: string, { token }: Phone) {
  const heard = new Map<string, number>()
  const request = http.get(url, { headers: { authorization: `Bearer ${token}` } }, (answer) => {
    let text = ''
    answer.setEncoding('utf8').on('data', (words: string) => {
      const messages = (text + words).split('\n\n')
      text = messages.pop()!
      for (const message of messages)
        for (const [, id] of message.matchAll(/"f":"([^"]+)"/g))
          if (!heard.has(id!)) heard.set(id!, performance.now())
    })
  })
  request.on('error', () => {})
  return { heard, close: () => request.destroy() }
}

/** The whole answer as it travels, and how long it took. */
function download(url: string, { token }: Phone): Promise<{ took: number; bytes: number }> {
  const start = performance.now()
  const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip, br' }
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.on('end', () => resolve({ took: performance.now() - start, bytes }))
      if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}.`))
    })
    request.on('error', reject)
  })
}

async function p95Of(times: number, act: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let n = 0; n < times; n++) {
    const start = performance.now()
    await act()
    took.push(performance.now() - start)
  }
  return percentile(took, 0.95)
}

const percentile = (numbers: number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * share)]!

const ms = (took: number): string => `${took.toFixed(0)} ms`

function say(isMet: boolean, words: string): boolean {
  console.log(`${isMet ? 'met   ' : 'MISSED'}  ${words}`)
  return isMet
}
