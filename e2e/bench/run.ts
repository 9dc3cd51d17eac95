import { randomUUID } from 'node:crypto'
import { countRoundTrips } from './count-round-trips'
import { desk } from './desk'
import { door, listPeople, prepareDoor } from './door'
import { exportsOfMany } from './exports'
import { answersFor, bodyMaker, hiddenControls, multipartType } from './filled-form'
import { growth } from './growth'
import { compare, type Figure } from './measure'
import { type Bench, openBench } from './open-bench'
import { getOffer, prepareEvent, slug } from './prepare-event'
import { rush } from './rush'

// How fast we are beside the least that could do the same on this machine, in this run. Names of figures
// (page, register, scan, round-trips, growth, exports, desk, door, rush) as arguments measure only those.
const wanted = process.argv.slice(2)
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name)

const bench = await openBench(prepareEvent)
try {
  const met: boolean[] = []
  if (isWanted('page')) met.push(await compare(pageFigure(bench)))
  if (isWanted('register')) met.push(await compare(await registerFigure(bench)))
  if (isWanted('scan')) met.push(await compare(await scanFigure(bench)))
  if (isWanted('round-trips')) met.push(await roundTrips(bench))
  if (isWanted('growth')) met.push(await growth())
  if (isWanted('exports')) met.push(await exportsOfMany(bench.product, bench.memory))
  if (isWanted('desk')) met.push(await desk(bench))
  if (isWanted('door')) met.push(await door(bench))
  if (isWanted('rush')) met.push(await rush(bench.product))
  process.exitCode = met.every(Boolean) ? 0 : 1
} finally {
  await bench.close()
}

function pageFigure({ product, limit }: Bench): Figure {
  return {
    name: 'event page beside a small dynamic page with one query',
    target: 0.6,
    limit: { url: `${limit}/small`, status: 200 },
    product: { url: `${product}/events/${slug}`, status: 200 },
  }
}

async function registerFigure({ product, limit }: Bench): Promise<Figure> {
  const url = `${product}/events/${slug}/register`
  const body = bodyMaker([...(await hiddenControls(url)), ...answersFor(await getOffer())])
  const form = { method: 'POST', body, status: 303 } as const
  const headers = { 'content-type': multipartType, origin: product }
  return {
    name: 'register by the full form beside a bare handler with the same writes',
    target: 0.45,
    limit: { ...form, url: `${limit}/register`, headers },
    product: { ...form, url, headers },
  }
}

/** Nearly everybody comes once, as in the morning: who is scanned again and again costs more than anybody does. */
async function scanFigure({ product, limit }: Bench): Promise<Figure> {
  const { slug: door, phones } = await prepareDoor('scan', 20_000)
  const people = await listPeople(door)
  let next = 0
  const body = () => {
    const { code } = people[next++ % people.length]!
    const scan = { id: randomUUID(), code, kind: 'arrive', at: new Date().toISOString() }
    return JSON.stringify({ device: 'bench', scans: [scan] })
  }
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${phones[0]!.token}` }
  const post = { method: 'POST', headers, body, status: 200 } as const
  return {
    name: 'scan beside a bare handler with one query',
    target: 0.6,
    limit: { ...post, url: `${limit}/one-query` },
    product: { ...post, url: `${product}/api/check-in/${door}/scans` },
  }
}

async function roundTrips({ product }: Bench): Promise<boolean> {
  const { product: load } = await registerFigure({ product } as Bench)
  const count = await countRoundTrips(async () => {
    const { url, headers } = load
    const { status } = await fetch(url, { method: 'POST', headers, body: load.body!(), redirect: 'manual' })
    if (status !== 303) throw new Error(`${url} answered ${status}`)
  })
  console.log(
    `${count <= 4 ? 'met   ' : 'MISSED'}  round trips of one registration: ${count}, wanted at most 4`,
  )
  return count <= 4
}
