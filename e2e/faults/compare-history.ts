import { isTold, sendAgain, type Try } from './open-crowd'
import { formPath, type Installation } from './open-installation'
import type { Report } from './open-report'

/**
 * Holds what people were told against what the database knows: nobody who was told yes is missing; whoever heard
 * nothing, or no, sends the same again and is there once; each registration has one line in history and one letter,
 * and as many places are taken as are held.
 */
export async function compareHistory(report: Report, { query }: Installation, tries: Try[], url: string) {
  const told = tries.filter(isTold)
  const others = tries.filter((one) => !isTold(one))
  const before = await peopleIn(query)
  const again: Try[] = []
  const left = others.values()
  const oneAfterAnother = async () => {
    for (const one of left) again.push(await sendAgain(url + formPath, one))
  }
  await Promise.all(Array.from({ length: 4 }, oneAfterAnother))
  const people = await peopleIn(query)
  const lost = told.filter(({ email }) => !people.has(email)).length
  report.holds(told.length > 0 && lost === 0, `${told.length} were told yes, ${lost} of them are missing`)
  const half = others.filter(({ email }) => before.has(email)).length
  const stranded = again.filter((one) => !isTold(one)).length
  report.holds(
    stranded === 0 && people.size === told.length + others.length,
    `${others.length} heard no or nothing (${half} were kept all the same); after sending again ${stranded} still do, and ${people.size} people are there`,
  )
  const odd = [...people.values()].filter(
    ({ rows, entries, mails }) => rows !== 1 || entries !== 1 || mails !== 1,
  )
  report.holds(odd.length === 0, `${odd.length} are there twice or without their history or letter`)
  const wrong = await query(
    'SELECT id FROM pool WHERE taken <> (SELECT count(*) FROM claim_place p JOIN claim c ON c.id = p.claim_id WHERE pool_id = pool.id AND c.state = $1)',
    ['held'],
  )
  report.holds(wrong.length === 0, `${wrong.length} counts of places are wrong`)
}

type Person = { email: string; rows: number; entries: number; mails: number }

async function peopleIn(query: Installation['query']): Promise<Map<string, Person>> {
  const rows = await query<Person>(`
    SELECT email, count(*)::integer AS rows,
           sum((SELECT count(*) FROM history_entry WHERE subject_id = r.id::text AND act = 'registered'))::integer AS entries,
           sum((SELECT count(*) FROM outbox_mail WHERE registration_id = r.id))::integer AS mails
      FROM registration r GROUP BY email`)
  return new Map(rows.map((row) => [row.email, row]))
}
