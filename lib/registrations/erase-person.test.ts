import { afterEach, describe, expect, test, vi } from 'vitest'
import { makeImport } from '@/e2e/support/make-import'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { keyOf, standingOf } from '@/prisma/factories/lines'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeHotelEvent, makeSleeper } from '@/prisma/factories/rooms'
import { figuresOf } from '@/prisma/factories/traces'
import { countPeople, countPlaces } from '../dashboards/queries'
import { db } from '../db/client'
import { newId } from '../ids'
import type { OrganizerKey } from '../keys'
import { eraseMe } from './erase-me'
import { erasePersonAgain } from './erase-person-again'
import { pairRoommates } from './pair-roommates'

useTestDatabase()
afterEach(() => void vi.useRealTimers())

describe('once the event is over', () => {
  const meals = [{ key: 'lunch', title: 'Lunch', options: [{ key: 'chili', name: 'Chili', size: 9 }] }]

  /** Two in one room, one of whom eats, and somebody who waits for a place. */
  async function makeFilled() {
    const event = await makeHotelEvent(2, {}, { onSite: 2, meals })
    const host = await makeSleeper(event, { name: 'Ada One', roommate: 'Bo Two' })
    const guest = await makeSleeper(event, { name: 'Bo Two', roommate: 'Ada One' })
    await pairRoommates()
    const waiting = await makeRegistration(event, { status: 'waitlisted' })
    const about = { eventId: event.id, registrationId: host.id }
    const [meal] = event.meals
    await db().mealChoice.create({ data: { ...about, mealId: meal!.id, optionId: meal!.options[0]!.id } })
    await db().allergyNote.create({ data: { ...about, text: 'nuts' } })
    return { event, host, guest, waiting }
  }

  test('the figures stay as they were, whoever of a room goes first; nothing that was told is left', async () => {
    for (const first of ['host', 'guest'] as const) {
      const { event, host, guest } = await makeFilled()
      const key = { eventId: event.id } as OrganizerKey
      const [before, people, places] = [
        await figuresOf(event.id),
        await countPeople(key),
        await countPlaces(key),
      ]
      expect(people.confirmed.on_site).toBe(2)
      jumpPast(event)
      for (const one of first === 'host' ? [host, guest] : [guest, host]) {
        expect(await eraseMe(one.key)).toEqual({ ok: true, value: null })
        expect(await countPeople(key)).toEqual(people)
        expect(await countPlaces(key)).toEqual(places)
        expect(await figuresOf(event.id)).toEqual(before)
      }
      expect([await nameOf(host), await nameOf(guest)]).toEqual(['–', '–'])
      expect(await db().allergyNote.count({ where: { eventId: event.id } })).toBe(0)
      expect(await db().stay.count({ where: { eventId: event.id } })).toBe(0)
      vi.useRealTimers()
    }
  })

  test('who had given their place to the next in line by erasing themselves takes it from nobody again', async () => {
    const { event, guest, waiting } = await makeFilled()
    jumpPast(event)
    await erasePersonAgain(guest.id, new Date(event.endsAt.getTime() - 1))
    expect(await standingOf(guest)).toMatchObject({ status: 'cancelled', cancelReason: 'erased' })
    expect(await nameOf(waiting)).not.toBe('–')
    const { erasedAt } = await db().tombstone.findFirstOrThrow({ where: { subjectId: guest.id } })
    expect(erasedAt.getTime()).toBe(event.endsAt.getTime() - 1)
  })
})

test('an organizer who takes part and erases themselves is still told what a team is told', async () => {
  const event = await makeEvent()
  const ada = await makeRegistration(event)
  for (const kind of ['list_to_strike', 'team_invitation', 'invitation'])
    await db().outboxMail.create({ data: mailTo(ada.email, event, kind) })
  await eraseMe(keyOf(ada))
  const mails = await db().outboxMail.findMany({ where: { eventId: event.id }, orderBy: { id: 'asc' } })
  expect(mails.map(({ kind, state, toAddress }) => [kind, state, toAddress])).toEqual([
    ['list_to_strike', 'waiting', ada.email],
    ['team_invitation', 'waiting', ada.email],
    ['invitation', 'failed', ''],
  ])
})

describe('an address that nobody confirmed is anybody’s', () => {
  const lapsed = { status: 'cancelled', cancelReason: 'expired' } as const

  test.each([
    ['that lapsed', lapsed, 1],
    ['that a backup brought back before it lapsed', { status: 'unverified' } as const, 1],
    ['that was confirmed before', { ...lapsed, verifiedAt: new Date() }, 0],
  ])('a registration %s takes its owner’s mails and rows of lists with it or not', async (_, how, left) => {
    const event = await makeEvent()
    const importId = await makeImport(event)
    const email = `new-${importId}@example.org`
    const { id } = await makeRegistration(event, { email, emailNormalized: email, ...how })
    await db().importRow.updateMany({ where: { importId, row: 3 }, data: { emailNormalized: '' } })
    await db().outboxMail.create({ data: mailTo(email, event, 'invitation') })
    expect(await erasePersonAgain(id, new Date())).toBe(1)
    expect(await standingOf({ id })).toMatchObject({ status: 'cancelled', cancelReason: 'erased' })
    expect(await db().outboxMail.count({ where: { eventId: event.id, toAddress: email } })).toBe(left)
    expect(await db().importRow.count({ where: { importId, emailNormalized: email } })).toBe(left)
    expect(await db().importRow.count({ where: { importId, emailNormalized: '' } })).toBe(1)
  })
})

const mailTo = (toAddress: string, { id: eventId }: { id: string }, kind: string) => ({
  ...{ id: newId(), eventId, kind, language: 'en' },
  ...{ toName: 'Ada Example', toAddress, facts: { name: 'Ada Example' } },
})

const jumpPast = ({ endsAt }: MadeEvent) =>
  vi.useFakeTimers({ now: endsAt.getTime() + 86_400_000, toFake: ['Date'] })

const nameOf = async ({ id }: { id: string }) =>
  (await db().registration.findUniqueOrThrow({ where: { id } })).name
