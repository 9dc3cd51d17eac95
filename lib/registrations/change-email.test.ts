import { describe, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { historyOf } from '@/prisma/factories/lines'
import { join } from '@/prisma/factories/own-forms'
import { db } from '../db/client'
import { newId } from '../ids'
import type { AttendeeKey, OrganizerKey } from '../keys'
import { sendAgain } from '../mail/send-again'
import { derivedToken, hashToken, unseal } from '../tokens'
import { cancelMine } from './cancel'
import { confirmEmailChange } from './confirm-email-change'
import { eraseMe } from './erase-me'
import { requestEmailChange, requestEmailChangeFor } from './request-email-change'

useTestDatabase()

test('the new mailbox says yes: the address is theirs, old links are dead, the old mailbox is warned', async () => {
  const [ada, wanted] = [await join(await makeEvent()), fresh()]
  const before = await rowOf(ada)
  await db().outboxMail.updateMany({ where: { registrationId: ada.registrationId }, data: { state: 'sent' } })
  expect(await requestEmailChange(ada, ` ${wanted.toUpperCase()} `)).toEqual({ ok: true, value: null })
  expect(await rowOf(ada)).toEqual(before)
  const token = await tokenTo(wanted.toUpperCase())
  const answer = await confirmEmailChange(token)
  expect(answer).toEqual({
    ok: true,
    value: { manageToken: derivedToken('manage', ada.registrationId, 2) },
  })
  const row = await rowOf(ada)
  expect(row).toMatchObject({ emailNormalized: wanted, manageVersion: 2, version: 2 })
  expect(row.manageTokenHash).toBe(hashToken(derivedToken('manage', ada.registrationId, 2)))
  const mails = await db().outboxMail.findMany({
    where: { registrationId: ada.registrationId },
    orderBy: { id: 'asc' },
  })
  expect(mails.map(({ kind, toAddress }) => [kind, toAddress])).toEqual([
    ['confirmed', before.email],
    ['change_email', wanted.toUpperCase()],
    ['email_changed', before.email],
    ['confirmed', wanted.toUpperCase()],
  ])
  expect(mails[3]!.facts).toMatchObject({ manageVersion: 2 })
  const lines = JSON.stringify(await historyOf({ id: ada.registrationId }))
  expect(lines).toContain('address_changed')
  expect(lines).not.toMatch(/@/)
  expect(JSON.stringify(mails.map(({ facts }) => facts))).not.toMatch(/@example\.org/)
})

test('the link acts once, and one asked for later makes the one before worthless', async () => {
  const [ada, first, second] = [await join(await makeEvent()), fresh(), fresh()]
  await requestEmailChange(ada, first)
  const old = await tokenTo(first)
  await requestEmailChange(ada, second)
  expect(await confirmEmailChange(old)).toEqual({ ok: false, refusal: 'link_over' })
  const token = await tokenTo(second)
  const answers = await Promise.all([confirmEmailChange(token), confirmEmailChange(token)])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await confirmEmailChange(token)).toEqual({ ok: false, refusal: 'link_over' })
  expect((await rowOf(ada)).emailNormalized).toBe(second)
})

test('a link ends after a day, and with the registration', async () => {
  const event = await makeEvent()
  const [ada, bo] = [await join(event), await join(event)]
  const [one, other] = [fresh(), fresh()]
  await requestEmailChange(ada, one)
  await requestEmailChange(bo, other)
  const { expiresAt } = await db().registrationToken.findFirstOrThrow({ where: { email: one } })
  expect(Math.round((expiresAt.getTime() - Date.now()) / 60_000)).toBe(24 * 60)
  await db().registrationToken.updateMany({ where: { email: one }, data: { expiresAt: new Date() } })
  await cancelMine(bo)
  expect(await confirmEmailChange(await tokenTo(one))).toEqual({ ok: false, refusal: 'link_over' })
  expect(await confirmEmailChange(await tokenTo(other))).toEqual({ ok: false, refusal: 'link_over' })
  expect(await requestEmailChange(bo, fresh())).toEqual({ ok: false, refusal: 'over' })
})

test('nothing is sent to the old mailbox again, and the new one hears what is on offer', async () => {
  const [ada, wanted] = [await join(await makeEvent()), fresh()]
  const { eventId, registrationId } = ada
  const key = { eventId, userId: newId(), role: 'organizer' } as OrganizerKey
  const [sent] = await db().outboxMail.findMany({ where: { registrationId } })
  await db().outboxMail.update({ where: { id: sent!.id }, data: { state: 'sent', createdAt: new Date(0) } })
  const offeredUntil = new Date(Date.now() + 3_600_000)
  await db().claim.updateMany({ where: { registrationId, kind: 'event' }, data: { offeredUntil } })
  await requestEmailChange(ada, wanted)
  await confirmEmailChange(await tokenTo(wanted))
  expect(await sendAgain(key, sent!.id)).toEqual({ ok: false, refusal: 'cannot_be_repeated' })
  const told = await db().outboxMail.findFirstOrThrow({ where: { registrationId, kind: 'offered' } })
  expect(told).toMatchObject({ toAddress: wanted, facts: { news: [{ kind: 'event' }] } })
})

test('the team writes to another address: the mailbox decides, the history says who asked', async () => {
  const event = await makeEvent()
  const [ada, elsewhere, wanted] = [await join(event), await join(await makeEvent()), fresh()]
  const key = { eventId: event.id, userId: newId(), role: 'organizer' } as OrganizerKey
  const before = await rowOf(ada)
  expect(await requestEmailChangeFor(key, elsewhere.registrationId, wanted)).toEqual({
    ok: false,
    refusal: 'unknown_registration',
  })
  expect(await requestEmailChangeFor(key, ada.registrationId, before.email)).toEqual({
    ok: false,
    refusal: 'same_address',
  })
  expect(await requestEmailChangeFor(key, ada.registrationId, wanted)).toEqual({ ok: true, value: null })
  expect(await rowOf(ada)).toEqual(before)
  await confirmEmailChange(await tokenTo(wanted))
  expect((await rowOf(ada)).email).toBe(wanted)
  const lines = await historyOf({ id: ada.registrationId })
  expect(JSON.stringify(lines)).toContain('wrote_to_other_address')
})

test('the team is told what nobody else is told, is counted apart, and brings nobody back who was erased', async () => {
  const event = await makeEvent()
  const [ada, bo] = [await join(event), await join(event)]
  const key = { eventId: event.id, userId: newId(), role: 'organizer' } as OrganizerKey
  const ask = (typed: string) => requestEmailChangeFor(key, ada.registrationId, typed)
  expect(await ask((await rowOf(bo)).email)).toEqual({ ok: false, refusal: 'address_taken' })
  for (let at = 0; at < 20; at++) await requestEmailChange(ada, fresh())
  const wanted = fresh()
  expect(await ask(wanted)).toEqual({ ok: true, value: null })
  const token = await tokenTo(wanted)
  const [startsAt, endsAt] = [new Date('2026-01-01'), new Date('2026-01-02')]
  await db().event.update({ where: { id: event.id }, data: { startsAt, endsAt } })
  await eraseMe(ada)
  expect(await rowOf(ada)).toMatchObject({ status: 'confirmed', anonymizedAt: expect.any(Date) })
  expect(await confirmEmailChange(token)).toEqual({ ok: false, refusal: 'link_over' })
  expect(await ask(fresh())).toEqual({ ok: false, refusal: 'over' })
})

describe('an address that is registered already', () => {
  test('looks like any other from outside; its owner reads that it is, without a link', async () => {
    const event = await makeEvent()
    const [ada, bo] = [await join(event), await join(event)]
    const { email } = await rowOf(bo)
    const known = await requestEmailChange(ada, email)
    expect(known).toEqual(await requestEmailChange(ada, fresh()))
    const mail = await db().outboxMail.findFirstOrThrow({
      where: { toAddress: email, kind: 'address_known' },
    })
    expect(mail.registrationId).toBe(ada.registrationId)
  })

  test('cannot become a second one, even when it was registered after the question', async () => {
    const event = await makeEvent()
    const [ada, wanted] = [await join(event), fresh()]
    await requestEmailChange(ada, wanted)
    await join(event, { email: [wanted] })
    const token = await tokenTo(wanted)
    expect(await confirmEmailChange(token)).toEqual({ ok: false, refusal: 'address_taken' })
    expect((await rowOf(ada)).manageVersion).toBe(1)
    expect(await db().outboxMail.count({ where: { kind: 'email_changed', eventId: event.id } })).toBe(0)
  })
})

test('the own address, no address, and too many tries are refused', async () => {
  const ada = await join(await makeEvent())
  const { email } = await rowOf(ada)
  expect(await requestEmailChange(ada, email.toUpperCase())).toEqual({ ok: false, refusal: 'same_address' })
  expect(await requestEmailChange(ada, 'nobody')).toEqual({ ok: false, refusal: 'not_an_address' })
  const answers = []
  for (let at = 0; at < 20; at++) answers.push(await requestEmailChange(ada, fresh()))
  expect(answers.at(-1)).toEqual({ ok: false, refusal: 'too_often' })
})

const fresh = () => `${newId()}@example.org`

const rowOf = ({ registrationId }: AttendeeKey) =>
  db().registration.findUniqueOrThrow({ where: { id: registrationId } })

async function tokenTo(address: string): Promise<string> {
  const { sealed } = await db().outboxMail.findFirstOrThrow({
    where: { toAddress: address, kind: 'change_email' },
  })
  return unseal('mail', sealed!)!
}
