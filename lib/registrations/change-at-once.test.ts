import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { standingOf } from '@/prisma/factories/lines'
import { join, ownForm, saveForm, takenOf } from '@/prisma/factories/own-forms'
import { db } from '../db/client'
import { cancelMine } from './cancel'
import type { FormValues } from './read-form'

useTestDatabase()

const nights = ['2027-04-15', '2027-04-16']
const hotel = {
  key: 'ibis',
  name: 'ibis',
  roomTypes: [{ key: 'single', name: 'Single', nights: { [nights[0]!]: 4, [nights[1]!]: 1 } }],
}

test('of four who move to the last room of another night at once, one has it and the others keep theirs', async () => {
  const event = await makeEvent({ hotels: [hotel] })
  const people = await Promise.all([1, 2, 3, 4].map(() => join(event, { nights: [nights[0]!] })))
  const forms = await Promise.all(people.map(ownForm))
  const answers = await Promise.all(
    people.map((key, at) => saveForm(key, { ...forms[at], nights: [nights[1]!] })),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await takenOf(event)).toMatchObject({ night: 4, on_site: 4 })
  const stays = await db().stay.findMany({ where: { eventId: event.id }, include: { registration: true } })
  for (const { registration } of stays)
    expect(await standingOf({ id: registration.id })).toMatchObject({ stay: 'held' })
  await holdsWhatItSays(event.id)
})

test('two who swap their nights with each other at once never hold more than there is', async () => {
  const event = await makeEvent({
    hotels: [
      {
        ...hotel,
        roomTypes: [{ key: 'single', name: 'Single', nights: { [nights[0]!]: 1, [nights[1]!]: 1 } }],
      },
    ],
  })
  const [ada, bo] = [await join(event, { nights: [nights[0]!] }), await join(event, { nights: [nights[1]!] })]
  const [first, second] = [await ownForm(ada), await ownForm(bo)]
  const answers = await Promise.all([
    saveForm(ada, { ...first, nights: [nights[1]!] }),
    saveForm(bo, { ...second, nights: [nights[0]!] }),
  ])
  expect(answers.map(({ ok }) => ok)).toEqual([false, false])
  expect(await takenOf(event)).toMatchObject({ night: 2 })
  await holdsWhatItSays(event.id)
})

test.each([1, 2, 3])('changing and cancelling at once leaves nothing behind (%i)', async () => {
  const event = await makeEvent({ onSite: 1, hotels: [hotel], activities: [{ key: 'walk', size: 1 }] })
  const ada = await join(event, { nights: [nights[0]!] })
  const bo = await join(event)
  const form = await ownForm(ada)
  const [changed] = await Promise.all([
    saveForm(ada, { ...form, nights, activities: ['walk'] }),
    cancelMine(ada),
  ])
  if (!changed.ok) expect(changed.refusal).toBe('over')
  expect(await takenOf(event)).toEqual({ on_site: 1, remote: 0, activity: 0, night: 0 })
  expect(await standingOf({ id: bo.registrationId })).toMatchObject({ status: 'confirmed', event: 'held' })
  expect(await db().claim.count({ where: { registrationId: ada.registrationId } })).toBe(0)
})

test('the same form sent twice at once is one change and one mail', async () => {
  const event = await makeEvent({ activities: [{ key: 'walk', size: 1 }] })
  const ada = await join(event)
  const form: FormValues = { ...(await ownForm(ada)), activities: ['walk'] }
  const answers = await Promise.all([saveForm(ada, form), saveForm(ada, form)])
  expect(answers.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1)
  expect(await takenOf(event)).toMatchObject({ activity: 1 })
  expect(await db().outboxMail.count({ where: { eventId: event.id, kind: 'changed' } })).toBe(1)
  expect(await ownForm(ada)).toMatchObject({ version: ['2'] })
})

/** Every held claim on a night is a stay that names that night, and every pool counts its claims. */
async function holdsWhatItSays(eventId: string) {
  const wrong = await db().$queryRaw<object[]>`
    SELECT p.id FROM pool p LEFT JOIN claim_place cp ON cp.pool_id = p.id LEFT JOIN claim c ON c.id = cp.claim_id AND c.state = 'held'
     WHERE p.event_id = ${eventId}::uuid GROUP BY p.id HAVING p.taken <> count(c.id)`
  expect(wrong).toEqual([])
  const strays = await db().$queryRaw<object[]>`
    SELECT s.registration_id FROM stay s JOIN claim c ON c.registration_id = s.registration_id AND c.kind = 'stay'
     WHERE s.event_id = ${eventId}::uuid
       AND s.nights <> ARRAY(SELECT n.night FROM claim_place cp JOIN contingent_night n ON n.pool_id = cp.pool_id WHERE cp.claim_id = c.id ORDER BY n.night)`
  expect(strays).toEqual([])
}
