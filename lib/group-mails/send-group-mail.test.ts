import { beforeEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { newId } from '../ids'
import type { AttendeeKey, OrganizerKey } from '../keys'
import { sendAgain } from '../mail/send-again'
import { tryFailedAgain } from '../mail/try-failed-again'
import { writeMessage } from '../mail/write-message'
import { cancelMine } from '../registrations/cancel'
import { eraseMe } from '../registrations/erase-me'
import { derivedToken } from '../tokens'
import { callOffGroupMail } from './call-off-group-mail'
import { listRecipients } from './list-recipients'
import { composeGroupMessage } from './mails'
import { optOut } from './opt-out'
import { countFates, findGroupMail, findPublicOptOut, listFates } from './queries'
import { saveDraft } from './save-draft'
import type { Draft, GroupTexts } from './schema'
import { sendGroupMail } from './send-group-mail'
import { writeDueMails } from './write-due-mails'

useTestDatabase()

let event: MadeEvent
let key: OrganizerKey
beforeEach(async () => {
  event = await makeEvent({ title: 'Hackathon', timezone: 'Europe/Berlin' })
  const { id: userId } = await makeUser({ roles: { [event.id]: 'organizer' } })
  key = { eventId: event.id, userId, role: 'organizer' } as OrganizerKey
})

test('everybody who fits gets it once, in their language, and history says how many', async () => {
  const ada = await makeRegistration(event, { name: 'Ada', language: 'de' })
  const bo = await makeRegistration(event, { name: 'Bo' })
  await makeRegistration(event, { name: 'Cy', photo: 'no_camera' })
  const id = await draft({ filter: 'photo=fine', texts: both })
  expect(await press(id)).toEqual({ ok: true, value: { people: 2 } })
  expect(await db().outboxMail.count({ where: { eventId: event.id } })).toBe(0)
  expect(await writeDueMails()).toBe(2)
  expect(await writeDueMails()).toBe(0)
  const mails = await mailsOf()
  expect(mails.map(({ registrationId, language }) => [registrationId, language])).toEqual([
    [ada.id, 'de'],
    [bo.id, 'en'],
  ])
  expect(mails[0]!.facts).toMatchObject({ text: both.de, optOutId: null, manage: { registrationId: ada.id } })
  expect(await findGroupMail(key, id)).toMatchObject({
    state: 'sent',
    filter: '',
    filterWords: { en: 'Photos: Photos are fine' },
  })
  expect(await historyOf('wrote_to_group')).toMatchObject([
    { actorId: key.userId, subjectId: id, facts: { people: 2, filter: 'Photos: Photos are fine' } },
  ])
})

test('who reads another language gets the only one there is; one address gets one mail', async () => {
  const email = 'ada@example.org'
  await makeRegistration(event, { language: 'de', email, status: 'cancelled' })
  const live = await makeRegistration(event, { language: 'de', email })
  const id = await draft({ texts: { en: both.en! } })
  await press(id)
  await writeDueMails()
  expect(await mailsOf()).toMatchObject([{ registrationId: live.id, language: 'en' }])
})

test('two presses and two processes at once write to nobody twice', async () => {
  for (let at = 0; at < 60; at++) await makeRegistration(event, { id: newId() })
  const id = await draft()
  const seen = await look(id)
  const presses = await Promise.all([seen, seen, seen].map((one) => sendGroupMail(key, id, one)))
  expect(presses).toEqual(Array(3).fill({ ok: true, value: { people: 60 } }))
  const promised = await Promise.all([writeDueMails(), writeDueMails(), writeDueMails()])
  expect(promised.reduce((sum, one) => sum + one)).toBe(60)
  expect(new Set((await mailsOf()).map(({ toAddress }) => toAddress)).size).toBe(60)
  expect((await historyOf('wrote_to_group')).length).toBe(1)
  expect((await findGroupMail(key, id))!.state).toBe('sent')
})

test('who cancelled or was erased since the press is left out and counted, and so is who came later', async () => {
  const [gone, erased, stays] = [
    await makeRegistration(event),
    await makeRegistration(event),
    await makeRegistration(event),
  ]
  await makeRegistration(event, { status: 'cancelled' })
  const id = await draft()
  await press(id)
  await makeRegistration(event)
  await cancelMine(attendee(gone.id))
  await eraseMe(attendee(erased.id))
  expect(await writeDueMails()).toBe(2)
  expect(await countFates(key, id)).toMatchObject({ waiting: 2, cancelled: 1, erased: 1, sent: 0 })
  const { rows } = await listFates(key, id, { fate: 'waiting' })
  expect(rows.map((row) => row.id)).toContain(stays.id)
  await eraseMe(attendee(stays.id))
  expect(await countFates(key, id)).toMatchObject({ waiting: 1, erased: 2 })
})

test('what was seen is what goes out: another text, another group or nobody is refused', async () => {
  const person = await makeRegistration(event)
  const id = await draft()
  const seen = await look(id)
  await makeRegistration(event)
  expect(await sendGroupMail(key, id, seen)).toEqual({ ok: false, refusal: 'group_changed' })
  const now = await look(id)
  await saveDraft(key, { ...blank(id), texts: { en: { subject: 'Other', text: 'Other' } } }, 1)
  expect(await sendGroupMail(key, id, now)).toEqual({ ok: false, refusal: 'changed_meanwhile' })
  const half = await draft({ texts: { en: { subject: 'Only', text: '' } } })
  expect(await press(half)).toEqual({ ok: false, refusal: 'incomplete' })
  const none = await draft({ filter: 'tag=nobody' })
  expect(await press(none)).toEqual({ ok: false, refusal: 'nobody' })
  const other = { ...key, eventId: (await makeEvent()).id } as OrganizerKey
  expect(await sendGroupMail(other, id, now)).toEqual({ ok: false, refusal: 'not_found' })
  expect(await saveDraft(other, { ...blank(id), filter: 'q=x' }, null)).toEqual({
    ok: false,
    refusal: 'not_found',
  })
  expect(await db().groupMailRecipient.count({ where: { registrationId: person.id } })).toBe(0)
})

test('a scheduled message waits for its time on the clocks of the event, and can be called off until then', async () => {
  await makeRegistration(event)
  const id = await draft()
  expect(await press(id, '2020-05-01T09:00')).toEqual({ ok: false, refusal: 'past' })
  expect(await press(id, '2027-03-28T02:30')).toEqual({ ok: false, refusal: 'unknown_time' })
  expect(await press(id, '2027-03-28T03:30')).toMatchObject({ ok: true })
  expect((await findGroupMail(key, id))!.sendAt).toEqual(new Date('2027-03-28T01:30:00Z'))
  expect(await writeDueMails()).toBe(0)
  expect(await callOffGroupMail(key, id)).toEqual({ ok: true, value: null })
  expect(await callOffGroupMail(key, id)).toEqual({ ok: false, refusal: 'too_late' })
  expect(await findGroupMail(key, id)).toMatchObject({ state: 'draft', filter: '', sendAt: null })
  await press(id, '2027-03-28T03:30')
  await db().groupMail.update({ where: { id }, data: { sendAt: new Date() } })
  expect(await writeDueMails()).toBe(1)
  expect(await callOffGroupMail(key, id)).toEqual({ ok: false, refusal: 'too_late' })
  expect(await historyOf('wrote_to_group')).toMatchObject([{ actorKind: 'system', facts: { people: 1 } }])
})

test('what is not about the event can be ended by whoever gets it, and is not sent to them again', async () => {
  const ada = await makeRegistration(event, { email: 'Ada@Example.org' })
  await makeRegistration(event)
  const news = { isAboutEvent: false }
  const first = await draft(news)
  await press(first)
  await writeDueMails()
  const mail = (await mailsOf()).find(({ registrationId }) => registrationId === ada.id)!
  const { headers, text } = await writeMessage({ ...mail, language: 'en' }, composers, null)
  const token = derivedToken('opt-out', (mail.facts as { optOutId: string }).optOutId, 1)
  expect(headers).toMatchObject({
    'List-Unsubscribe': expect.stringMatching(new RegExp(`^<http[^>]+/unsubscribe/${token}/now>$`)),
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  })
  expect(text).toContain(`/unsubscribe/${token}\n`)
  expect(JSON.stringify(await db().outboxMail.findMany())).not.toContain(token)

  const later = await draft(news)
  await press(later)
  expect(await findPublicOptOut(token)).toMatchObject({ title: 'Hackathon', isOut: false })
  const [left, failed] = await Promise.all([newsTo(ada.id, 'sent'), newsTo(ada.id, 'failed')])
  expect(await sendAgain(key, left)).toEqual({ ok: false, refusal: 'cannot_be_repeated' })
  for (let twice = 0; twice < 2; twice++) expect(await optOut(token)).toEqual({ ok: true, value: null })
  expect(await sendAgain(key, failed)).toEqual({ ok: false, refusal: 'cannot_be_repeated' })
  expect(await tryFailedAgain(key, {})).toBe(0)
  expect(await db().outboxMail.count({ where: { registrationId: ada.id, state: 'waiting' } })).toBe(0)
  expect(await historyOf('opted_out')).toHaveLength(1)
  expect(await optOut('anything-else')).toEqual({ ok: false, refusal: 'unknown_link' })
  expect(await writeDueMails()).toBe(1)
  expect(await countFates(key, later)).toMatchObject({ waiting: 1, opted_out: 1 })
  expect(await countFates(key, first)).toMatchObject({ waiting: 1, opted_out: 1 })

  expect(await listRecipients(key, { filter: '', isAboutEvent: false })).toMatchObject({
    optedOut: 1,
    ids: { length: 1 },
  })
  expect((await listRecipients(key, { filter: '', isAboutEvent: true })).ids).toHaveLength(2)
  await optOut(token, false)
  expect((await listRecipients(key, { filter: '', isAboutEvent: false })).ids).toHaveLength(2)
})

test('a mail about the event leads to the person’s own registration and offers no end of such mails', async () => {
  await makeRegistration(event)
  await press(await draft())
  await writeDueMails()
  const [mail] = await mailsOf()
  const { headers, text } = await writeMessage({ ...mail!, language: 'en' }, composers, null)
  expect(Object.keys(headers!)).toEqual(['Auto-Submitted'])
  expect(text).toContain('/my/')
  expect(text).not.toContain('unsubscribe')
})

const both: GroupTexts = {
  en: { subject: 'Doors of {event}', text: 'Dear {name}, **doors** open at nine.' },
  de: { subject: 'Einlass', text: 'Um neun.' },
}
const composers = { group_message: composeGroupMessage }
const attendee = (registrationId: string) => ({ eventId: event.id, registrationId }) as AttendeeKey
const blank = (id: string): Draft => ({ id, filter: '', isAboutEvent: true, texts: both })
const historyOf = (act: string) => db().historyEntry.findMany({ where: { eventId: event.id, act } })
const mailsOf = () =>
  db().outboxMail.findMany({
    where: { eventId: event.id, kind: 'group_message' },
    orderBy: { registrationId: 'asc' },
  })

async function draft(more: Partial<Draft> = {}): Promise<string> {
  const id = newId()
  expect(await saveDraft(key, { ...blank(id), ...more }, null)).toEqual({ ok: true, value: { version: 1 } })
  return id
}

async function look(id: string) {
  const message = (await findGroupMail(key, id))!
  const { mark } = await listRecipients(key, message)
  return { version: message.version, mark, at: null as string | null }
}

const press = async (id: string, at: string | null = null) =>
  sendGroupMail(key, id, { ...(await look(id)), at })

/** A copy of the news that somebody was promised, which left or failed already. */
async function newsTo(registrationId: string, state: 'sent' | 'failed'): Promise<string> {
  const id = newId()
  const { facts, ...row } = await db().outboxMail.findFirstOrThrow({
    where: { registrationId, state: 'waiting' },
  })
  await db().outboxMail.create({ data: { ...row, id, state, onceKey: null, facts: facts as object } })
  return id
}
