import { sessionCookie } from '@/lib/auth/session-cookie'
import { makeEvent } from '@/prisma/factories/events'
import { makeQuestions } from '@/prisma/factories/questions'
import { makeSession, makeUser } from '@/prisma/factories/team'
import { makeCrowd } from './crowd'
import type { Bench } from './open-bench'

const many = 10_000
const times = 60
const most = 300

/** How long the organizers' list takes among ten thousand people, whole pages over HTTP, beside a page with one query. */
export async function desk({ product, limit }: Bench): Promise<boolean> {
  const { address, cookie } = await prepare(product)
  const small = await p95(`${limit}/small`, {})
  const met: boolean[] = []
  for (const [name, query] of Object.entries(asked)) {
    const took = await p95(`${address}?${query}`, { cookie })
    const isMet = took <= most
    met.push(isMet)
    const said = `${name} among ${many}: p95 ${took.toFixed(0)} ms, wanted at most ${most}`
    console.log(
      `${isMet ? 'met   ' : 'MISSED'}  ${said} (${(took / small).toFixed(1)} times a small page with one query)`,
    )
  }
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
  const nights = { '2027-04-15': 20_000, '2027-04-16': 20_000 }
  const event = await makeEvent({
    slug: 'crowd',
    onSite: 20_000,
    activities: [{ key: 'tour', size: 20_000 }],
    meals: [{ key: 'lunch', title: 'Lunch', options: [{ key: 'chili', name: 'Chili' }] }],
    hotels: [{ key: 'inn', name: 'Inn', roomTypes: [{ key: 'single', name: 'Single', nights }] }],
  })
  const [question] = await makeQuestions(event.id, [
    { key: 'size', type: 'choice', options: ['S', 'M', 'L'] },
  ])
  await makeCrowd(event, question!.id, many)
  const session = await makeSession(await makeUser({ roles: { [event.id]: 'owner' } }))
  return {
    address: `${product}/organizer/${event.slug}/attendees`,
    cookie: `${sessionCookie().name}=${session}`,
  }
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
