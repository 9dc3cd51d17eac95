import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import { attendeeFilter } from '../attendees/schema'
import { localDate } from '../dates'
import { db } from '../db/client'
import { getEventFor } from '../events/queries'
import { dueHandoutErasure } from '../handouts/erase'
import { eraseHandout } from '../handouts/erase-handout'
import { composeListToStrike } from '../handouts/mails'
import { makeLink } from '../handouts/make-link'
import { openHandout } from '../handouts/open-handout'
import { findPublicCover, listHandouts } from '../handouts/queries'
import { takeBackLink } from '../handouts/take-back-link'
import { newId } from '../ids'
import type { AttendeeKey, OrganizerKey } from '../keys'
import { eraseMe } from '../registrations/erase-me'
import { hashToken } from '../tokens'
import { freezeAccess } from './freeze-access'
import { openSheet } from './open-sheet'
import type { Value } from './schema'

useTestDatabase()

test('there is no access list until one is frozen, and then it is that one; later differences stand apart', async () => {
  const { event, key, freeze, rowsOf } = await scene()
  expect(await openSheet(key, 'access', plain, await getEventFor(key))).toEqual({
    ok: false,
    refusal: 'nothing_handed_out',
  })
  const ada = await makeRegistration(event, {
    name: 'ada',
    legalName: 'Augusta Example',
    organization: 'Works',
  })
  const bo = await makeRegistration(event, { name: 'bo', legalName: 'Bo Example' })
  await makeRegistration(event, { name: 'nameless' })
  await makeRegistration(event, { legalName: 'From Afar', presence: 'remote' })
  await makeRegistration(event, { legalName: 'In Line', status: 'waitlisted' })
  expect(await freeze()).toEqual({ ok: true, value: null })
  const frozen = [['Augusta Example'], ['Bo Example']]
  expect(await rowsOf()).toEqual(frozen)

  await makeRegistration(event, { legalName: 'Zoë Late' })
  await db().registration.update({ where: { id: ada.id }, data: { legalName: 'Augusta King' } })
  await db().registration.update({
    where: { id: bo.id },
    data: { status: 'cancelled', cancelReason: 'person' },
  })
  expect(await rowsOf()).toEqual(frozen)
  expect(await rowsOf({ since: 'last' })).toEqual([
    ['changed', 'Augusta King'],
    ['new', 'Zoë Late'],
    ['cancelled', 'Bo Example'],
  ])
  const sheetOf = async (wish: Partial<typeof plain & { since: 'last' }>) => {
    const sheet = await openSheet(key, 'access', { ...plain, ...wish }, await getEventFor(key))
    return sheet.ok ? sheet.value : null
  }
  const [kept] = await listHandouts(key)
  const { recipient, purpose, eraseOn, frozenAt } = kept!
  expect(await sheetOf({})).toMatchObject({ asOf: frozenAt, cover: { recipient, purpose, eraseOn } })
  // What is different is so now, and goes to the same people.
  expect(await sheetOf({ since: 'last' })).toMatchObject({ cover: { recipient, purpose, eraseOn } })
  expect((await sheetOf({ since: 'last' }))?.asOf).toBeUndefined()
  const [line] = await db().historyEntry.findMany({ where: { eventId: event.id, act: 'list_handed_out' } })
  expect(line).toMatchObject({
    actorId: key.userId,
    facts: { list: 'access', columns: ['legal_name'], rows: 2 },
  })
})

test('organisations are on it only where the host demands them', async () => {
  const { event, freeze, rowsOf } = await scene()
  await db().event.update({ where: { id: event.id }, data: { accessListOrganization: true } })
  await makeRegistration(event, { legalName: 'Augusta Example', organization: 'Works' })
  await freeze()
  expect(await rowsOf()).toEqual([['Augusta Example', 'Works']])
})

test('nobody gets an empty list, one that is due, or one that is kept for ever', async () => {
  const { event, freeze } = await scene()
  expect(await freeze()).toEqual({ ok: false, refusal: 'nobody_on_it' })
  await makeRegistration(event, { legalName: 'Augusta Example' })
  const today = localDate(new Date(), event.timezone)
  expect(await freeze({ eraseOn: today })).toEqual({ ok: false, refusal: 'erased_before_today' })
  expect(await freeze({ eraseOn: '2099-01-01' })).toEqual({ ok: false, refusal: 'kept_too_long' })
})

test('two presses at once are one list', async () => {
  const { event, key, freeze } = await scene()
  await makeRegistration(event, { legalName: 'Augusta Example' })
  const id = newId()
  await Promise.all([freeze({ id }), freeze({ id }), freeze({ id })])
  expect(await listHandouts(key)).toHaveLength(1)
  expect(await db().historyEntry.count({ where: { eventId: event.id, act: 'list_handed_out' } })).toBe(1)
})

test('a link opens once, for one of two who press at once, and only its hash is kept', async () => {
  const { key, handoutId, event } = await handedOut()
  const made = await makeLink(key, handoutId, 24)
  if (!made.ok) throw new Error(made.refusal)
  const { token } = made.value
  const [kept] = await db().handoutLink.findMany({ where: { handoutId } })
  expect(kept!.hash).toBe(hashToken(token))
  expect(JSON.stringify(kept)).not.toContain(token)
  expect(await findPublicCover(token)).toMatchObject({ recipient: 'Reception', rows: 1 })
  expect(await findPublicCover(token)).not.toBeNull()
  const answers = await Promise.all([openHandout(token), openHandout(token), openHandout(token)])
  const opened = answers.flatMap((answer) => (answer.ok ? [answer.value.lines] : []))
  expect(opened).toHaveLength(1)
  expect(opened[0]!.map(({ cells }) => cells)).toEqual([{ legal_name: 'Augusta Example' }])
  expect(await findPublicCover(token)).toBeNull()
  const said = await db().historyEntry.findMany({ where: { eventId: event.id, act: 'handout_opened' } })
  expect(said.map(({ actorKind, actorId }) => [actorKind, actorId])).toEqual([['token', kept!.id]])
})

test('a link that was taken back, has expired, or is nobody’s opens nothing', async () => {
  const { key, handoutId } = await handedOut()
  const tokens: string[] = []
  for (let at = 0; at < 2; at++) {
    const made = await makeLink(key, handoutId, 24)
    if (made.ok) tokens.push(made.value.token)
  }
  const [first, second] = tokens as [string, string]
  const { id } = await db().handoutLink.findFirstOrThrow({ where: { hash: hashToken(first) } })
  const stranger = { ...key, eventId: (await makeEvent()).id } as OrganizerKey
  expect(await takeBackLink(stranger, id)).toEqual({ ok: false, refusal: 'unknown_link' })
  expect([await takeBackLink(key, id), await takeBackLink(key, id)].every(({ ok }) => ok)).toBe(true)
  await db().handoutLink.updateMany({ where: { hash: hashToken(second) }, data: { expiresAt: new Date() } })
  const nothing = { ok: false, refusal: 'opens_nothing' }
  for (const token of [first, second, 'never was']) expect(await openHandout(token)).toEqual(nothing)
  expect(await makeLink(stranger, handoutId, 24)).toEqual({ ok: false, refusal: 'handout_gone' })
})

test('on its day a list is gone with its links, and only then; early when an organizer says so', async () => {
  const { event, key, handoutId, rowsOf } = await handedOut()
  const made = await makeLink(key, handoutId, 24)
  await dueHandoutErasure.erase()
  expect(await rowsOf()).toHaveLength(1)
  const today = new Date(localDate(new Date(), event.timezone))
  await db().handout.update({ where: { id: handoutId }, data: { eraseOn: today } })
  expect(await dueHandoutErasure.erase()).toBe(1)
  expect(await dueHandoutErasure.erase()).toBe(0)
  expect(await db().handoutLine.count({ where: { handoutId } })).toBe(0)
  expect(made.ok && (await openHandout(made.value.token)).ok).toBe(false)
  expect(await openSheet(key, 'access', plain, await getEventFor(key))).toMatchObject({ ok: false })
  expect(await eraseHandout(key, handoutId)).toEqual({ ok: false, refusal: 'handout_gone' })

  const other = await handedOut()
  expect(await eraseHandout(key, other.handoutId)).toEqual({ ok: false, refusal: 'handout_gone' })
  expect(await eraseHandout(other.key, other.handoutId)).toEqual({ ok: true, value: null })
  expect(await db().handoutLine.count({ where: { handoutId: other.handoutId } })).toBe(0)
})

test('who is erased is on no list any more, and organizers learn on which they were', async () => {
  const { event, key, handoutId, person, rowsOf } = await handedOut()
  await makeRegistration(event, { legalName: 'Zoë Stays' })
  for (const role of ['owner', 'organizer', 'check_in'] as const)
    await makeUser({ name: role, roles: { [event.id]: role } })
  await eraseMe({ eventId: event.id, registrationId: person.id } as AttendeeKey)
  expect(await rowsOf()).toEqual([])
  expect(await db().handoutLine.count({ where: { registrationId: person.id } })).toBe(0)
  const [kept] = await listHandouts(key)
  expect(kept).toMatchObject({ id: handoutId, rows: 1, erasedRows: [1] })
  const [told] = await db().historyEntry.findMany({ where: { eventId: event.id, act: 'was_on_list' } })
  expect(told).toMatchObject({ subject: 'handout', subjectId: handoutId, facts: { list: 'access', row: 1 } })
  expect(JSON.stringify(await db().historyEntry.findMany({ where: { eventId: event.id } }))).not.toContain(
    'Augusta',
  )
  const mails = await db().outboxMail.findMany({ where: { eventId: event.id, kind: 'list_to_strike' } })
  expect(mails.map(({ toName }) => toName).sort()).toEqual(['organizer', 'owner'])
  const letter = composeListToStrike({ ...mails[0]!, language: 'de' })
  const said = JSON.stringify(letter)
  expect(said).toContain('Einlassliste für Reception')
  expect(said).toContain(`endete auf ${person.code.slice(-4)}`)
  for (const secret of [person.name, person.email, person.code]) expect(said).not.toContain(secret)
})

const plain = { filter: attendeeFilter.parse({}) }

async function scene() {
  const event = await makeEvent()
  const { id: userId } = await makeUser()
  const key = { eventId: event.id, userId, role: 'owner' } as OrganizerKey
  const words = { purpose: 'Admission', recipient: 'Reception' }
  const freeze = async (given: { id?: string; eraseOn?: string } = {}) => {
    const eraseOn = localDate(new Date(event.endsAt.getTime() + 7 * 86_400_000), event.timezone)
    return freezeAccess(key, { id: newId(), eraseOn, ...words, ...given }, await getEventFor(key))
  }
  const rowsOf = async (more: { since?: 'last' } = {}) => {
    const sheet = await openSheet(key, 'access', { ...plain, ...more }, await getEventFor(key))
    if (!sheet.ok) throw new Error(sheet.refusal)
    const rows: Value[][] = []
    for await (const row of sheet.value.read()) rows.push(row)
    return rows
  }
  return { event, key, freeze, rowsOf }
}

/** A list with one person on it that was handed out. */
async function handedOut() {
  const made = await scene()
  const person = await makeRegistration(made.event, { legalName: 'Augusta Example' })
  const handoutId = newId()
  await made.freeze({ id: handoutId })
  return { ...made, person, handoutId }
}
