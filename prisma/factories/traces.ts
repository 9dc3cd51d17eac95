import { recordScans } from '@/lib/check-in/record-scans'
import { countMeals } from '@/lib/dashboards/count-meals'
import * as figures from '@/lib/dashboards/queries'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { CheckInKey, OrganizerKey } from '@/lib/keys'
import { requestEmailChange } from '@/lib/registrations/request-email-change'
import { transferPlace } from '@/lib/registrations/transfer-place'
import { hashToken, newToken } from '@/lib/tokens'
import { leaveInTheHouse } from './account-traces'
import { makeEvent } from './events'
import { join, ownForm, saveForm } from './own-forms'
import { makeRegistration } from './registrations'
import { stampEverywhere } from './stamp'
import { makeUser } from './team'

export type Traces = Awaited<ReturnType<typeof leaveTraces>>

const year = new Date().getUTCFullYear() + 1
const nights = [`${year}-04-15`, `${year}-04-16`]

/** An event at which somebody left a word in every table that can hold something about a person. */
export async function leaveTraces(word: string) {
  const event = await makeTracedEvent()
  const { id: userId } = await makeUser({ name: word, roles: { [event.id]: 'owner' } })
  const key = { eventId: event.id, userId, role: 'owner' } as OrganizerKey
  const people = await makePeople(event, word)
  await leaveAtTheDoor(key, people.ada.registrationId)
  await leaveAtTheDesk(key, people.ada.registrationId)
  await leaveInTheHouse(key)
  await stampEverywhere(word)
  return { event, key, ...people }
}

/** Everything that the dashboard of an event says. */
export async function figuresOf(eventId: string) {
  const key = { eventId } as OrganizerKey
  return {
    people: await figures.countPeople(key),
    days: await figures.countDays(key),
    byDay: await figures.countByDay(key, 'Europe/Berlin'),
    places: await figures.countPlaces(key),
    guests: await figures.countGuests(key),
    hours: await figures.countHours(key, 'Europe/Berlin'),
    meals: await countMeals(key),
    taken: await db().pool.findMany({
      where: { eventId },
      orderBy: { id: 'asc' },
      select: { taken: true, waiting: true },
    }),
  }
}

async function makeTracedEvent() {
  const event = await makeEvent({
    ...{ onSite: 4, isLegalNameRequired: true, isTransferAllowed: true, allergiesHint: '' },
    contacts: [{ role: 'Orga', email: 'orga@example.org' }],
    meals: [
      { key: 'lunch', title: 'Lunch', options: [{ key: 'chili', name: 'Chili', choices: ['mild', 'hot'] }] },
    ],
    hotels: [
      {
        key: 'inn',
        name: 'Example Inn',
        roomTypes: [
          { key: 'twin', name: 'Twin', beds: 2, nights: Object.fromEntries(nights.map((n) => [n, 1])) },
        ],
      },
    ],
  })
  await db().question.create({
    data: {
      ...{ id: newId(), eventId: event.id, key: 'shirt', labels: { en: 'Shirt' }, type: 'text' },
      ...{ options: [], position: 0 },
    },
  })
  return event
}

type Event = Awaited<ReturnType<typeof makeTracedEvent>>

async function makePeople(event: Event, word: string) {
  const whole = {
    ...{ legalName: [`${word} legal`], organization: [`${word} org`], 'meal.lunch': ['chili'], nights },
    ...{
      allergies: [`${word} nuts`],
      allergiesConsent: ['on'],
      accessibility: [`${word} ramp`],
      diet: ['vegan'],
    },
    ...{ 'answer.shirt': [`${word} answer`], listed: ['on'] },
  }
  const address = (who: string) => [`${word}-${who}@example.org`]
  const ada = await join(event, { ...whole, name: [`${word} ada`], email: address('ada') })
  const bo = await join(event, { ...whole, name: [`${word} bo`], email: address('bo'), diet: ['halal'] })
  await saveForm(ada, { ...(await ownForm(ada)), roommate: [`${word} mate`] })
  await requestEmailChange(ada, `${word}-new@example.org`)
  await transferPlace(ada, `${word}-friend@example.org`)
  for (const status of ['cancelled', 'waitlisted', 'pending_approval'] as const)
    await makeRegistration(event, { status, name: `${word} ${status}`, legalName: word, allergies: word })
  await makeRegistration(event, {
    ...{ name: `${word} lapsed`, status: 'cancelled', cancelReason: 'expired' },
    unverifiedUntil: new Date(Date.now() - 3_600_000),
  })
  await db().stay.updateMany({
    where: { registrationId: ada.registrationId },
    data: { confirmedAt: new Date() },
  })
  return { ada, bo }
}

async function leaveAtTheDoor({ eventId, userId }: OrganizerKey, registrationId: string) {
  const door = { eventId, userId, tokenId: null, deviceId: null } as unknown as CheckInKey
  const id = newId()
  const scans = [{ id, registrationId, kind: 'arrive' as const, at: new Date() }]
  await recordScans(door, { device: 'desk', scans })
  await db().doubtLook.create({ data: { eventId, factId: id, userId } })
  await db().badge.create({ data: { eventId, number: 1, code: newToken(), registrationId } })
  const link = newId()
  const now = new Date()
  await db().deviceLink.create({
    data: {
      ...{ id: link, eventId, name: 'Door', role: 'scan_only', tokenHash: newToken(), pinHash: newToken() },
      ...{ validFrom: now, validUntil: new Date(now.getTime() + 1000) },
      devices: {
        create: {
          ...{ id: newId(), name: 'Phone', role: 'scan_only', tokenHash: newToken() },
          ...{ pairedAt: now, endsAt: now },
        },
      },
    },
  })
}

async function leaveAtTheDesk({ eventId, userId }: OrganizerKey, registrationId: string) {
  const [createdAt, about] = [new Date(), { eventId, registrationId }]
  await db().attendeeNote.create({
    data: { ...about, id: newId(), authorId: userId, text: 'x', createdAt },
  })
  await db().attendeeTag.create({ data: { ...about, tag: 'x' } })
  const view = { eventId, userId, columns: ['name'] }
  await db().attendeeView.create({
    data: { ...view, id: newId(), name: 'x', isShared: true, query: 'x', createdAt },
  })
  await db().attendeeColumns.create({ data: view })
  const message = { eventId, texts: {}, writtenBy: userId, createdAt }
  await db().groupMail.create({ data: { ...message, id: newId(), filter: 'q=x' } })
  await db().groupMail.create({
    data: {
      ...{
        ...message,
        id: newId(),
        state: 'sent',
        sendAt: createdAt,
        finishedAt: createdAt,
        filterWords: {},
      },
      recipients: { create: { registrationId, wasCancelled: false } },
    },
  })
  await db().mailOptOut.create({
    data: { id: newId(), eventId, addressHash: hashToken('x'), hash: hashToken(newToken()) },
  })
  await db().handout.create({
    data: {
      ...{
        id: newId(),
        eventId,
        list: 'access',
        purpose: 'x',
        recipient: 'x',
        eraseOn: new Date('2029-01-01'),
      },
      ...{ columns: ['legal_name'], rows: 1, frozenAt: createdAt, frozenBy: userId },
      lines: { create: { registrationId, position: 1, cells: {} } },
    },
  })
  await db().invitation.create({
    data: { id: newId(), eventId, hash: newToken(), name: 'x', email: 'x@example.org' },
  })
  await db().peopleImport.create({
    data: {
      ...{ id: newId(), eventId, state: 'done', format: 'csv', headers: ['x'], mapping: ['name'] },
      ...{ importedBy: userId, createdAt, startedAt: createdAt, finishedAt: createdAt },
      rows: { create: { row: 1, cells: ['x'], emailNormalized: 'x' } },
    },
  })
  await db().bulkAct.create({
    data: {
      ...{ id: newId(), eventId, kind: 'tag', tags: ['x'], isTold: false, isForced: false },
      ...{ filterWords: 'x', startedBy: userId, startedAt: createdAt, finishedAt: createdAt },
      people: { create: { registrationId, position: 1 } },
    },
  })
}
