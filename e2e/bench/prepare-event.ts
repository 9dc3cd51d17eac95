import { sql } from '@/lib/db/client'
import { loadExampleEvent } from '@/lib/event-files/load-example-event'
import { findPublicEvent } from '@/lib/events/queries'
import { getPublicOffer } from '@/lib/registrations/queries'
import { readForm } from '@/lib/registrations/read-form'
import { register } from '@/lib/registrations/register'
import { answersFor } from './filled-form'

export const slug = 'example-hackathon'

/** The example event, with room for everybody, and one registration as the limit shall write it, too. */
export async function prepareEvent(): Promise<void> {
  await loadExampleEvent()
  await sql().query('UPDATE pool SET ceiling = 1000000, size = 1000000')
  const offer = await getOffer()
  const statement = await lastStatementOf(async () => {
    const values: Record<string, string[]> = { email: ['first@example.org'], submissionId: ['first'] }
    for (const [name, value] of answersFor(offer)) values[name] = [...(values[name] ?? []), value]
    const read = readForm(values)
    if (!read.ok) throw new Error(`The form was filled in wrong: ${JSON.stringify(read.problems)}`)
    const answer = await register(offer, read.input, { language: 'en', networkAddress: 'nowhere' })
    if (!answer.ok) throw new Error(`Nobody can register: ${JSON.stringify(answer)}`)
  })
  await sql().query('CREATE TABLE bench_registration (event_id uuid, row jsonb)')
  await sql().query('INSERT INTO bench_registration VALUES ($1, $2)', statement)
}

export const getOffer = async () => getPublicOffer((await findPublicEvent(slug))!)

async function lastStatementOf(act: () => Promise<void>): Promise<unknown[]> {
  const pool = sql()
  const { query } = pool
  let values: unknown[] = []
  pool.query = ((asked: { values?: unknown[] }, ...rest: unknown[]) => {
    values = asked.values ?? values
    return (query as (...all: unknown[]) => unknown).call(pool, asked, ...rest)
  }) as typeof query
  await act()
  pool.query = query
  return values
}
