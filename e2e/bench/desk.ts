import { sessionCookie } from '@/lib/auth/session-cookie'
import { makeEvent } from '@/prisma/factories/events'
import { makeQuestions } from '@/prisma/factories/questions'
import { makeSession, makeUser } from '@/prisma/factories/team'
import { makeCrowd } from './crowd'
import type { Bench } from './open-bench'

const many = 10_000
const times = 60
const most = { list: 300, overview: 500 }

/** How long the organizers' overview and list take among ten thousand people, whole pages over HTTP, beside a page with one query. */
export async function desk({ product, limit }: Bench): Promise<boolean> {
  const { address, cookie } = await prepare(product)
  const small = await p95(`${limit}/small`, {})
  const measure = async (name: string, url: string, most: number) => {
    const took = await p95(url, { cookie })
    const said = `${name} among ${many}: p95 ${took.toFixed(0)} ms, wanted at most ${most}`
    const ratio = `${(took / small).toFixed(1)} times a small page with one query`
    console.log(`${took <= most ? 'met   ' : 'MISSED'}  ${said} (${ratio})`)
    return took <= most
  }
  const met = [await measure('the overview beside the last edition', address, most.overview)]
  for (const [name, query] of Object.entries(asked))
    met.push(await measure(name, `${address}/attendees?${query}`, most.list))
  return met.every(Boolean)
}

const asked = {
  'the list of attendees': '',
  'a search without umlauts': 'q=jurgen+mueller',
  'a search for nobody': 'q=qqqqqq',
  'a filter of many parts':
    'status=confirmed&diet=vegan&activity=tour&answer.size=S&arrived=yes&hotel=inn&room=held',
  'a filter with tags and no mails': 'tag=speaker&note=no&sharing=no',
  'the order of arrivals': 'sort=arrived&arrived=yes',
  'the order of a question': 'sort=answer.size&way=desc',
}

async function prepare(product: string) {
  const event = await makeEdition('crowd', '2027-04-15')
  const last = await makeEdition('last-crowd', '2026-04-15')
  const roles = { [event.id]: 'owner', [last.id]: 'owner' } as const
  const session = await makeSession(await makeUser({ roles }))
  return {
    address: `${product}/organizer/${event.slug}`,
    cookie: `${sessionCookie().name}=${session}`,
  }
}

async function makeEdition(slug: string, day: string) {
  const nights = { [day]: 20_000 }
  const event = await makeEvent({
    slug,
    series: 'crowds',
    startsAt: new Date(`${day}T07:00:00Z`),
    endsAt: new Date(`${day}T17:00:00Z`),
    onSite: 20_000,
    activities: [{ key: 'tour', size: 20_000 }],
    meals: [{ key: 'lunch', title: 'Lunch', options: [{ key: 'chili', name: 'Chili' }] }],
    hotels: [{ key: 'inn', name: 'Inn', roomTypes: [{ key: 'single', name: 'Single', nights }] }],
  })
  const [question] = await makeQuestions(event.id, [
    { key: 'size', type: 'choice', options: ['S', 'M', 'L'] },
  ])
  await makeCrowd(event, question!.id, many)
  return event
}

/** One after the other, so that nobody waits for anybody; the first five warm up. */
async function p95(url: string, headers: Record<string, string>): Promise<number> {
  const took: number[] = []
  for (let at = 0; at < times + 5; at++) {
    const start = performance.now()
    const answer = await fetch(url, { headers, redirect: 'manual' })
    await answer.text()
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}.`)
    if (at >= 5) took.push(performance.now() - start)
  }
  return took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)]!
}
