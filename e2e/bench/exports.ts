import { sessionCookie } from '@/lib/auth/session-cookie'
import { sql } from '@/lib/db/client'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeSession, makeUser } from '@/prisma/factories/team'

const many = 10_000
const most = { csvStartMs: 1000, csvMegabytes: 60, xlsxMs: 10_000 }

/** What ten thousand registrations cost as a list, beside a bare read of the same rows: the wait, the time, the memory. */
export async function exportsOfMany(product: string, memoryOf: () => number): Promise<boolean> {
  const event = await crowd()
  const cookie = await ownerCookie(event)
  const get = (file: string) =>
    fetch(`${product}/organizer/${event.slug}/exports/${file}`, { headers: { cookie } })
  await drain(await get('no-camera.csv'))
  const bare = await timed(async () => {
    await sql().query('SELECT * FROM registration WHERE event_id = $1', [event.id])
  })

  const before = memoryOf()
  let highest = before
  const watch = setInterval(() => {
    highest = Math.max(highest, memoryOf())
  }, 20)
  const began = performance.now()
  const csv = await get('attendees.csv')
  const reader = csv.body!.getReader()
  let part = await reader.read()
  const started = performance.now() - began
  let lines = 0
  for (; !part.done; part = await reader.read()) lines += part.value.filter((byte) => byte === 10).length
  const took = performance.now() - began
  clearInterval(watch)
  const added = (highest - before) / 1_000_000
  const xlsx = await timed(async () => drain(await get('attendees.xlsx')))
  const isWhole = lines === many + 1
  return [
    say(
      'the CSV of everything starts',
      started <= most.csvStartMs,
      `${ms(started)}, wanted ${ms(most.csvStartMs)}`,
    ),
    say(
      'the CSV of everything adds memory',
      added <= most.csvMegabytes,
      `${added.toFixed(0)} MB, wanted ${most.csvMegabytes}`,
    ),
    say(
      'the CSV of everything is whole',
      isWhole,
      `${ms(took)}, ${(took / bare).toFixed(1)} bare reads of the rows`,
    ),
    say(
      'the workbook of everything',
      xlsx <= most.xlsxMs,
      `${ms(xlsx)}, wanted ${ms(most.xlsxMs)}, ${(xlsx / bare).toFixed(1)} bare reads`,
    ),
  ].every(Boolean)
}

async function crowd(): Promise<MadeEvent> {
  const meal = { key: 'lunch', title: 'Lunch', options: [{ key: 'soup', name: 'Soup' }] }
  const event = await makeEvent({ slug: 'ten-thousand', onSite: many, meals: [meal] })
  await sql().query(
    `INSERT INTO registration (id, event_id, code, status, name, email, email_normalized, presence, days, diet, photo,
                               language, manage_token_hash, registered_at)
     SELECT gen_random_uuid(), $1, 'X' || n, 'confirmed', 'Person Example ' || n, 'p' || n || '@example.org',
            'p' || n || '@example.org', 'on_site', '{}', '{vegan}', 'fine', 'en', 'x' || n, now() - n * interval '1 second'
       FROM generate_series(1, $2) n`,
    [event.id, many],
  )
  const [lunch] = event.meals
  await sql().query(
    `INSERT INTO meal_choice (registration_id, meal_id, event_id, option_id)
     SELECT id, $2, event_id, $3 FROM registration WHERE event_id = $1`,
    [event.id, lunch!.id, lunch!.options[0]!.id],
  )
  return event
}

async function ownerCookie(event: MadeEvent): Promise<string> {
  const user = await makeUser({ roles: { [event.id]: 'owner' } })
  return `${sessionCookie().name}=${await makeSession(user)}`
}

async function drain(answer: Response) {
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`)
  await answer.arrayBuffer()
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await act()
  return performance.now() - began
}

const ms = (time: number) => `${time.toFixed(0)} ms`

function say(what: string, isMet: boolean, how: string): boolean {
  console.log(`${isMet ? 'met   ' : 'MISSED'}  ${what}, ten thousand registrations: ${how}`)
  return isMet
}
