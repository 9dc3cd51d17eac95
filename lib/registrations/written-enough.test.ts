import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { join } from '@/prisma/factories/own-forms'
import { db } from '../db/client'
import { env } from '../env'
import { newId } from '../ids'
import type { AttendeeKey } from '../keys'
import { unseal } from '../tokens'
import { findPublicLink } from './find-link'
import { findOpenTransfer } from './queries'
import { requestEmailChange } from './request-email-change'
import { transferPlace } from './transfer-place'

useTestDatabase()

const asked = { ok: true, value: null }

test.each([
  ['change_email', requestEmailChange],
  ['transfer', transferPlace],
] as const)(
  '%s: an address others had written to often enough gets no mail more, and nobody is told a difference',
  async (purpose, ask) => {
    const event = await makeEvent({ isTransferAllowed: true })
    const [ada, victim] = [await join(event), `${newId()}@example.org`]
    expect(await ask(ada, victim)).toEqual(asked)
    const [mailed] = await mailsTo(victim)
    for (let others = 1; others < env().resendPerPersonPerHour; others++)
      expect(await ask(await join(event), victim)).toEqual(asked)
    const before = (await mailsTo(victim)).length
    expect(before).toBe(env().resendPerPersonPerHour)
    const late = await join(event)
    expect(await ask(late, victim)).toEqual(asked)
    expect(await linksOf(late)).toEqual([victim])
    expect(await ask(ada, victim)).toEqual(asked)
    expect(await mailsTo(victim)).toHaveLength(before)
    const token = unseal('mail', mailed!.sealed!)!
    expect(await findPublicLink(purpose, token)).toMatchObject({ registrationId: ada.registrationId })
  },
)

test('who offers their place to somebody who hears nothing of it has taken back the offer before', async () => {
  const event = await makeEvent({ isTransferAllowed: true })
  const [ada, first, victim] = [await join(event), `${newId()}@example.org`, `${newId()}@example.org`]
  for (let others = 0; others < env().resendPerPersonPerHour; others++)
    await transferPlace(await join(event), victim)
  await transferPlace(ada, first)
  await transferPlace(ada, victim)
  expect((await findOpenTransfer(ada))!.email).toBe(victim)
  expect(await linksOf(ada)).toEqual([victim])
})

const mailsTo = (toAddress: string) =>
  db().outboxMail.findMany({ where: { toAddress }, orderBy: { id: 'asc' } })

async function linksOf({ registrationId }: AttendeeKey): Promise<string[]> {
  const links = await db().registrationToken.findMany({ where: { registrationId, usedAt: null } })
  return links.map(({ email }) => email)
}
