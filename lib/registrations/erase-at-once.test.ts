import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { untilWaiting } from '@/e2e/support/until-waiting'
import { makeEvent } from '@/prisma/factories/events'
import { join } from '@/prisma/factories/own-forms'
import { db } from '../db/client'
import { newId } from '../ids'
import type { AttendeeKey } from '../keys'
import { unseal } from '../tokens'
import { confirmEmailChange } from './confirm-email-change'
import { eraseMe } from './erase-me'
import { lockRegistration } from './lock-registration'
import { requestEmailChange } from './request-email-change'
import { resendMail } from './resend-mail'
import { transferPlace } from './transfer-place'

useTestDatabase()

const wanted = 'wanted@example.org'

test.each([
  ['a mail again', 'over', (key: AttendeeKey) => resendMail(key)],
  ['a mail to a new address', 'over', (key: AttendeeKey) => requestEmailChange(key, wanted)],
  ['a mail to somebody else', 'not_confirmed', (key: AttendeeKey) => transferPlace(key, wanted)],
])('whoever asks for %s while they are erased is written to no more', async (_, refusal, ask) => {
  const event = await makeEvent({ isTransferAllowed: true })
  const ada = await join(event)
  const answers = await behind(ada, [() => eraseMe(ada), () => ask(ada)])
  expect(answers).toEqual([
    { ok: true, value: null },
    { ok: false, refusal },
  ])
  const addresses = await db().outboxMail.findMany({
    where: { eventId: event.id },
    select: { toAddress: true },
  })
  expect(addresses.filter(({ toAddress }) => toAddress !== '')).toEqual([])
  expect(await db().registrationToken.count({ where: { eventId: event.id } })).toBe(0)
})

test('a new mailbox that says yes while they are erased comes too late, and neither waits for ever', async () => {
  const ada = await join(await makeEvent())
  const token = await linkTo(ada, `${newId()}@example.org`)
  const answers = await behind(ada, [() => eraseMe(ada), () => confirmEmailChange(token)])
  expect(answers).toEqual([
    { ok: true, value: null },
    { ok: false, refusal: 'link_over' },
  ])
})

test('nor when it is the mailbox of somebody else who is erased just then', async () => {
  const event = await makeEvent()
  const [ada, bo] = [await join(event), await join(event)]
  const { email } = await db().registration.findUniqueOrThrow({ where: { id: ada.registrationId } })
  const address = `${newId()}@example.org`
  const token = await linkTo(bo, address)
  await db().registrationToken.updateMany({ where: { email: address }, data: { email } })
  const answers = await behind(bo, [() => confirmEmailChange(token), () => eraseMe(ada)])
  expect(answers).toEqual([
    { ok: false, refusal: 'address_taken' },
    { ok: true, value: null },
  ])
})

/** These act one after the other, each as far as they come, while somebody else holds the registration; then it is theirs. */
async function behind({ registrationId }: AttendeeKey, acts: (() => Promise<unknown>)[]): Promise<unknown[]> {
  const under = await db().$transaction(async (tx) => {
    await lockRegistration(tx, registrationId)
    const ways: Promise<unknown>[] = []
    for (const act of acts) {
      ways.push(act())
      await untilWaiting(ways.length)
    }
    return { way: Promise.all(ways) }
  })
  return await under.way
}

async function linkTo(key: AttendeeKey, address: string): Promise<string> {
  await requestEmailChange(key, address)
  const { sealed } = await db().outboxMail.findFirstOrThrow({ where: { toAddress: address } })
  return unseal('mail', sealed!)!
}
