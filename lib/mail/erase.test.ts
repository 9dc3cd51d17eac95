import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { join } from '@/prisma/factories/own-forms'
import { db } from '../db/client'
import { cancelMine } from '../registrations/cancel'
import { eraseMe } from '../registrations/erase-me'
import { transferPlace } from '../registrations/transfer-place'

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
