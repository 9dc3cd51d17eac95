import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { untilWaiting } from '@/e2e/support/until-waiting'
import { makeEvent } from '@/prisma/factories/events'
import { organizerOf, standingOf } from '@/prisma/factories/lines'
import { join, ownForm, saveForm, takenOf } from '@/prisma/factories/own-forms'
import { db, type Transaction } from '../db/client'
import { newId } from '../ids'
import { lockPools } from '../places/lock-pools'
import { acceptOffer } from './accept-offer'
import { approve } from './approve'
import { checkAnswers } from './check-answers'
import { getOfferFor } from './queries'
import { readForm } from './read-form'
import { register } from './register'
import { statementFor } from './statement-for'
import { underLock } from './under-lock'

useTestDatabase()

test('whoever is approved while the event is cancelled is not let in any more', async () => {
  const event = await makeEvent({ isApprovalRequired: true })
  const { registrationId } = await join(event)
  const answer = await whileChanging(event, cancelled(event.id), () =>
    approve(organizerOf(event, newId()), registrationId),
  )
  expect(answer).toEqual({ ok: false, refusal: 'event_over' })
  expect(await standingOf({ id: registrationId })).toMatchObject({ status: 'pending_approval' })
})

test('whoever accepts an offer while the event is cancelled hears that it is over', async () => {
  const event = await makeEvent({ onSite: 1 })
  const ada = await join(event)
  await db().claim.updateMany({
    where: { registrationId: ada.registrationId },
    data: { offeredUntil: new Date(Date.now() + 3_600_000) },
  })
  const answer = await whileChanging(event, cancelled(event.id), () =>
    acceptOffer(ada, { kind: 'event', subjectId: event.id }),
  )
  expect(answer).toEqual({ ok: false, refusal: 'offer_over' })
})

test('an activity that goes while somebody books it is not offered any more', async () => {
  const event = await makeEvent({ activities: [{ key: 'walk', size: 3 }] })
  const ada = await join(event)
  const form = { ...(await ownForm(ada)), activities: ['walk'] }
  const [walk] = event.activities
  const answer = await whileChanging(
    event,
    async (tx) => {
      await tx.activity.delete({ where: { id: walk!.id } })
      await tx.pool.delete({ where: { id: walk!.poolId } })
    },
    () => saveForm(ada, form),
  )
  expect(answer).toEqual({ ok: false, refusal: 'wrong_answers', problems: { activities: 'not_offered' } })
  expect(await takenOf(event)).toEqual({ on_site: 1, remote: 0 })
})

test('somebody acts once, on the event as it is when their turn has come', async () => {
  const event = await makeEvent()
  const rename = (tx: Transaction, title: string) =>
    tx.event.update({ where: { id: event.id }, data: { title } })
  const seen: string[] = []
  await whileChanging(
    event,
    async (tx) => await rename(tx, 'Second'),
    () => underLock(event.id, async (_, offer) => seen.push(offer.event.title)),
  )
  expect(seen).toEqual(['Second'])
})

test('whoever registers while the event is cancelled is told so, and nothing is kept', async () => {
  const event = await makeEvent()
  const offer = await getOfferFor({ eventId: event.id })
  const form = { name: ['Ada'], email: ['ada@example.org'], presence: ['on_site'], photo: ['fine'] }
  const read = readForm(form)
  if (!read.ok) throw new Error('the form is not one')
  const answer = await whileChanging(event, cancelled(event.id), () =>
    register(offer, read.input, { language: 'en', networkAddress: '192.0.2.7' }),
  )
  expect(answer).toEqual({ ok: false, refusal: 'event_cancelled' })
  expect(await db().registration.count({ where: { eventId: event.id } })).toBe(0)
})

test.each([
  ['who registers', '1min'],
  ['who adds them', '1ms'],
])(
  'somebody registers while they are added, and both are answered, also when %s has to begin again',
  async (_, patience) => {
    const event = await makeEvent()
    const email = `${newId()}@example.org`
    const form = { name: ['Ada'], email: [email], presence: ['on_site'], photo: ['fine'] }
    const offer = await getOfferFor({ eventId: event.id })
    const input = () => {
      const read = readForm({ ...form, submissionId: [newId()] })
      return read.ok ? read.input : null!
    }
    const from = { language: 'en', networkAddress: '192.0.2.1' } as const
    const ways: ReturnType<typeof register>[] = []
    const added = await underLock(event.id, async (tx) => {
      await tx.$executeRaw`SELECT set_config('deadlock_timeout', ${patience}, true)`
      if (ways.length === 0) {
        ways.push(register(offer, input(), from))
        await untilWaiting(1)
      }
      const checked = checkAnswers(offer, input(), new Date())
      const row = JSON.stringify(checked.ok && statementFor(offer, checked.answers, 'en', new Date()))
      const [made] = await tx.$queryRaw<{ outcome: { outcome: string } }[]>`
      SELECT registrations_register(${event.id}::uuid, ${row}::jsonb) AS outcome`
      return made!.outcome.outcome
    })
    const answer = await ways[0]!
    expect([added, answer.ok && answer.value.outcome].toSorted()).toEqual([
      'already_registered',
      'registered',
    ])
    expect(await db().registration.count({ where: { eventId: event.id } })).toBe(1)
  },
)

const cancelled = (id: string) => (tx: Transaction) =>
  tx.event.update({ where: { id }, data: { status: 'cancelled' } })

/** Somebody acts, has to wait, and meanwhile the event becomes another. */
async function whileChanging<T>(
  { id }: { id: string },
  change: (tx: Transaction) => Promise<unknown>,
  act: () => Promise<T>,
): Promise<T> {
  const acted = await db().$transaction(async (tx) => {
    await lockPools(tx, id)
    const under = { way: act() }
    await untilWaiting(1)
    await change(tx)
    return under
  })
  return await acted.way
}
