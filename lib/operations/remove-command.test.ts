import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { newId } from '../ids'
import { removeCommand } from './remove-command'

useTestDatabase()

let said = ''
beforeEach(() => {
  said = ''
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said += text
      return true
    })
  }
})
afterEach(() => void vi.restoreAllMocks())

test('the example goes with everybody who tried it out, and nothing of others goes along', async () => {
  const example = await somethingOfEverything({ slug: 'example-hackathon' })
  const other = await somethingOfEverything({})
  expect(await removeCommand(['example-hackathon'])).toBe(1)
  expect(said).toContain('with 2 registrations, for good. Say --yes')
  expect(await leftOf(example)).toEqual({ events: 1, people: 2, pools: 6, facts: 1, mails: 1 })

  expect(await removeCommand(['example-hackathon', '--yes'])).toBe(0)
  expect(said).toContain('Removed example-hackathon with 2 registrations.')
  expect(await leftOf(example)).toEqual({ events: 0, people: 0, pools: 0, facts: 0, mails: 0 })
  expect(await leftOf(other)).toEqual({ events: 1, people: 2, pools: 6, facts: 1, mails: 1 })
  expect(await db().historyEntry.findMany({ where: { eventId: example.id } })).toMatchObject([
    { act: 'removed', actorKind: 'command_line', facts: { people: 2 } },
  ])
  expect(await removeCommand(['example-hackathon', '--yes'])).toBe(1)
})

test('what is published stays, a draft goes', async () => {
  const published = await makeEvent()
  expect(await removeCommand([published.slug, '--yes'])).toBe(1)
  expect(said).toContain('is published, so people count on it')
  expect(await db().event.count({ where: { id: published.id } })).toBe(1)
  const draft = await makeEvent({ status: 'draft' })
  expect(await removeCommand([draft.slug, '--yes'])).toBe(0)
  expect(await db().event.count({ where: { id: draft.id } })).toBe(0)
})

test.each([[[]], [['--yes']], [['one', 'two']], [['--all']], [['nothing-of-this-name', '--yes']]])(
  'refuses %j in a sentence',
  async (args) => {
    expect(await removeCommand(args)).toBe(1)
    expect(said).toMatch(/^[A-Z][^\n]+\n$/)
  },
)

async function somethingOfEverything(overrides: Parameters<typeof makeEvent>[0]): Promise<MadeEvent> {
  const event = await makeEvent({
    ...overrides,
    activities: [{ key: 'tour' }],
    meals: [{ key: 'lunch', title: 'Lunch', options: [{ key: 'soup', name: 'Soup' }] }],
    hotels: [
      {
        key: 'inn',
        name: 'Inn',
        roomTypes: [{ key: 'double', name: 'Double', nights: { '2027-04-15': 3, '2027-04-16': 3 } }],
      },
    ],
  })
  const [lunch] = event.meals
  const ada = await makeRegistration(event, {
    activities: [{ id: event.activities[0]!.id }],
    mealChoices: [{ mealId: lunch!.id, optionId: lunch!.options[0]!.id }],
    stay: { roomTypeId: event.hotels[0]!.roomTypes[0]!.id, nights: ['2027-04-15', '2027-04-16'] },
    allergies: 'Walnuts',
  })
  await makeRegistration(event, { status: 'waitlisted' })
  const facts = { eventId: event.id, registrationId: ada.id, pointId: event.arrivalPoint.id, device: 'desk' }
  const moment = { deviceAt: new Date(), serverAt: new Date() }
  await db().checkInFact.create({
    data: { id: newId(), kind: 'arrive', outcome: 'arrived', ...facts, ...moment },
  })
  const mail = { kind: 'confirmed', language: 'en', toName: 'Ada Example', toAddress: ada.email, facts: {} }
  await db().outboxMail.create({ data: { id: newId(), eventId: event.id, ...mail } })
  return event
}

async function leftOf({ id }: MadeEvent) {
  const where = { eventId: id }
  return {
    events: await db().event.count({ where: { id } }),
    people: await db().registration.count({ where }),
    pools: await db().pool.count({ where }),
    facts: await db().checkInFact.count({ where }),
    mails: await db().outboxMail.count({ where }),
  }
}
