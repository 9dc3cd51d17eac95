import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { join } from '@/prisma/factories/own-forms'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { cancelMine } from '../registrations/cancel'
import { unconfirmedErasure } from '../registrations/erase'
import { eraseMe } from '../registrations/erase-me'
import { transferPlace } from '../registrations/transfer-place'
import { queueMail } from './queue-mail'

useTestDatabase()

test('who is forgotten in an older registration keeps the mails of the one they hold now, not those of others', async () => {
  const event = await makeEvent({ isTransferAllowed: true })
  const email = ['ada@example.org']
  const old = await join(event, { email })
  await cancelMine(old)
  const anew = await join(event, { email })
  await transferPlace(await join(event), 'ada@example.org')
  await eraseMe(old)
  const mails = await db().outboxMail.findMany({ where: { eventId: event.id }, orderBy: { id: 'asc' } })
  const kept = mails.filter(({ toAddress }) => toAddress === 'ada@example.org')
  expect(kept).toMatchObject([{ registrationId: anew.registrationId, kind: 'confirmed', state: 'waiting' }])
  expect(kept[0]!.facts).toMatchObject({ registrationId: anew.registrationId })
  expect(mails.find(({ kind }) => kind.startsWith('transfer_'))).toMatchObject({ toAddress: '', facts: {} })
})

test('an address that nobody confirmed may be somebody else’s: what others sent there stays, and opens', async () => {
  const event = await makeEvent({ isTransferAllowed: true })
  const email = 'ada@example.org'
  const lapsed = await makeRegistration(event, {
    ...{ email, status: 'cancelled', cancelReason: 'expired', unverifiedUntil: new Date('2026-01-01') },
  })
  await db().$transaction((tx) =>
    queueMail(tx, {
      ...{ kind: 'confirm_address', eventId: event.id, registrationId: lapsed.id, facts: { name: 'Ada' } },
      to: { name: 'Ada', address: email, language: 'en' },
    }),
  )
  const bo = await join(event)
  await transferPlace(bo, email)
  expect(await unconfirmedErasure.erase()).toBe(1)
  expect(await db().registration.findUnique({ where: { id: lapsed.id } })).toMatchObject({ email: '' })
  const where = { eventId: event.id, toAddress: email }
  expect(await db().outboxMail.findMany({ where })).toMatchObject([
    { registrationId: bo.registrationId, kind: 'transfer_offered', state: 'waiting' },
  ])
  expect(await db().registrationToken.findMany({ where: { eventId: event.id } })).toMatchObject([{ email }])
})
