import { randomBytes, randomUUID } from 'node:crypto'
import { pool } from '../../pool'

type Identified = { id: string }
type Row = {
  registration: Record<string, unknown>
  wishes: Identified[]
  consents: Identified[]
  mail: { facts: Record<string, unknown> }
}

const pattern = pool
  .query<{ event_id: string; row: Row }>('SELECT event_id, row FROM bench_registration')
  .then(({ rows }) => rows[0])

/** The same form and the same writes as the product's, with nothing in between. */
export async function POST(request: Request) {
  const form = await request.formData()
  const { event_id, row } = await pattern
  const id = randomUUID()
  const code = randomBytes(9).toString('hex')
  const email = String(form.get('email'))
  const fresh = {
    ...row,
    registration: {
      ...row.registration,
      id,
      code,
      name: form.get('name'),
      email,
      emailNormalized: email.toLowerCase(),
      submissionId: form.get('submissionId'),
      manageTokenHash: randomBytes(32).toString('hex'),
      registeredAt: new Date().toISOString(),
    },
    wishes: row.wishes.map((wish) => ({ ...wish, id: randomUUID() })),
    consents: row.consents.map((consent) => ({ ...consent, id: randomUUID() })),
    actor: { kind: 'attendee', id },
    historyId: randomUUID(),
    mail: { id: randomUUID(), facts: { ...row.mail.facts, registrationId: id, code } },
  }
  await pool.query({
    name: 'register',
    text: 'SELECT registrations_register($1, $2) AS outcome',
    values: [event_id, JSON.stringify(fresh)],
  })
  return new Response(null, { status: 303, headers: { location: '/small' } })
}
