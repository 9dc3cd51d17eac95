import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeOwner, makeUser, readInvitationToken } from '@/prisma/factories/team'
import { findPublicSession, findPublicStanding } from '../auth/queries'
import { db } from '../db/client'
import { newId } from '../ids'
import { acceptInvitation } from './accept-invitation'
import { inviteMember } from './invite-member'
import { removeMember } from './remove-member'
import { withdrawInvitation } from './withdraw-invitation'

useTestDatabase()

const over = { ok: false, refusal: 'invitation_over' }

test('an address without an account gets one by its link, is signed in, and belongs to the team', async () => {
  const { event, token, email } = await invited()
  const answer = await acceptInvitation(token, null, 'Lin Example')
  if (!answer.ok || !answer.value.session) throw new Error('not accepted')
  expect(answer.value).toMatchObject({ eventId: event.id, role: 'check_in' })
  const session = answer.value.session.token
  expect(await findPublicSession(session)).toMatchObject({ email, name: 'Lin Example', isAdmin: false })
  expect(await findPublicStanding(session, event.id)).toMatchObject({ role: 'check_in' })
  expect(await db().historyEntry.count({ where: { eventId: event.id, act: 'joined_team' } })).toBe(1)
  expect(await acceptInvitation(token, null, '')).toEqual(over)
})

test('of ten who hold the same link at once one gets in', async () => {
  const { event, token } = await invited()
  const answers = await Promise.all(Array.from({ length: 10 }, () => acceptInvitation(token, null, '')))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db().teamMember.count({ where: { eventId: event.id } })).toBe(2)
})

test('a link never opens an account that is there: its owner signs in, and then needs no link', async () => {
  const { event, token, email, id } = await invited()
  const lin = await account(email)
  expect(await acceptInvitation(token, null, '')).toEqual({ ok: false, refusal: 'sign_in_first' })
  const other = await account('other@example.org')
  expect(await acceptInvitation(token, other, '')).toEqual({ ok: false, refusal: 'other_address' })
  expect(await acceptInvitation(id, other, '')).toEqual(over)
  expect(await acceptInvitation(id, null, '')).toEqual(over)
  expect(await db().session.count({ where: { userId: lin.id } })).toBe(0)
  expect(await acceptInvitation(id, lin, 'Somebody Else')).toEqual({
    ok: true,
    value: { eventId: event.id, role: 'check_in', session: null },
  })
  expect(await db().user.findUniqueOrThrow({ where: { id: lin.id } })).toMatchObject({ name: null })
})

test('whoever was given more meanwhile keeps it', async () => {
  const { event, token, email } = await invited()
  const lin = await account(email)
  await db().teamMember.create({ data: { eventId: event.id, userId: lin.id, role: 'organizer' } })
  expect(await acceptInvitation(token, lin, '')).toMatchObject({ ok: true, value: { role: 'organizer' } })
})

test('whoever was taken out of the team does not come back by an older invitation', async () => {
  const { event, key, token, email, id } = await invited()
  const lin = await account(email)
  await db().teamMember.create({ data: { eventId: event.id, userId: lin.id, role: 'organizer' } })
  const elsewhere = await invited(email)
  expect((await removeMember(key, lin.id)).ok).toBe(true)
  expect(await acceptInvitation(token, lin, '')).toEqual(over)
  expect(await acceptInvitation(id, lin, '')).toEqual(over)
  expect((await acceptInvitation(elsewhere.token, lin, '')).ok).toBe(true)
})

test('what is unknown, too old or taken back lets nobody in, also at once', async () => {
  const { key, token, id } = await invited()
  expect(await acceptInvitation('nobody-has-this-token', null, '')).toEqual(over)
  const [taken, back] = await Promise.all([acceptInvitation(token, null, ''), withdrawInvitation(key, id)])
  expect([taken.ok, back.ok].filter(Boolean)).toHaveLength(1)
  const late = await invited()
  await db().teamInvitation.update({ where: { id: late.id }, data: { expiresAt: new Date(Date.now() - 1) } })
  expect(await acceptInvitation(late.token, null, '')).toEqual(over)
  expect(await db().user.count({ where: { email: late.email } })).toBe(0)
})

async function account(email: string) {
  const { id } = await makeUser({ email })
  return { id, email, name: null, isAdmin: false }
}

async function invited(email = `lin-${newId()}@example.org`) {
  const event = await makeEvent()
  const { key } = await makeOwner(event)
  const made = await inviteMember(key, { email, role: 'check_in', language: 'en' })
  if (!made.ok) throw new Error(made.refusal)
  return { event, key, email, id: made.value.id, token: await readInvitationToken(event.id, email) }
}
