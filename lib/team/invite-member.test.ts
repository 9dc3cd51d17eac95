import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeOwner, makeUser, readInvitationToken } from '@/prisma/factories/team'
import { db } from '../db/client'
import { hashToken } from '../tokens'
import { teamInvitationErasure } from './erase'
import { inviteMember } from './invite-member'
import { findPublicInvitationToTeam, listMemberInvitations, listMembers } from './queries'
import { sendInvitationAgain } from './send-invitation-again'
import { withdrawInvitation } from './withdraw-invitation'

useTestDatabase()

const wish = { email: 'lin@example.org', role: 'organizer', language: 'de' } as const
const gone = { ok: false, refusal: 'unknown_invitation' }

test('an invitation gives nothing yet: a mail, a hash of its link, and a line of history', async () => {
  const { event, key } = await invited()
  const mail = await db().outboxMail.findFirstOrThrow({ where: { eventId: event.id } })
  expect(mail).toMatchObject({ kind: 'team_invitation', toAddress: wish.email, language: 'de' })
  const token = await readInvitationToken(event.id, wish.email)
  const row = await db().teamInvitation.findFirstOrThrow({ where: { eventId: event.id } })
  expect(row.hash).toBe(hashToken(token))
  expect(row.expiresAt.getTime() - row.sentAt.getTime()).toBe(7 * 86_400_000)
  expect(JSON.stringify([mail, row])).not.toContain(token)
  expect(await db().user.count({ where: { email: wish.email } })).toBe(0)
  expect(await listMembers(key)).toHaveLength(1)
  expect(await listMemberInvitations(key)).toMatchObject([
    { email: wish.email, role: 'organizer', isExpired: false, invitedBy: 'Olu Example', mail: 'waiting' },
  ])
  const line = await db().historyEntry.findFirstOrThrow({ where: { subjectId: row.id } })
  expect(line).toMatchObject({ act: 'invited_to_team', actorId: key.userId, facts: { role: 'organizer' } })
})

test('nobody is invited twice, at once neither, and no member at all', async () => {
  const { event, key } = await invited()
  expect(await inviteMember(key, wish)).toEqual({ ok: false, refusal: 'already_invited' })
  const sam = { ...wish, email: 'sam@example.org' }
  const both = await Promise.all([inviteMember(key, sam), inviteMember(key, sam)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  await makeUser({ email: 'kim@example.org', roles: { [event.id]: 'check_in' } })
  expect(await inviteMember(key, { ...wish, email: 'kim@example.org' })).toEqual({
    ok: false,
    refusal: 'already_member',
  })
  expect(await db().outboxMail.count({ where: { eventId: event.id } })).toBe(2)
})

test('an invitation that has expired makes room for another', async () => {
  const { key, id } = await invited()
  await db().teamInvitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } })
  expect(await listMemberInvitations(key)).toMatchObject([{ id, isExpired: true }])
  const again = await inviteMember(key, wish)
  expect(again.ok).toBe(true)
  expect(await listMemberInvitations(key)).toMatchObject([{ id: again.ok && again.value.id }])
})

test('what is sent again has a new link and new days, and the old link opens nothing', async () => {
  const { event, key, id } = await invited()
  const old = await readInvitationToken(event.id, wish.email)
  expect(await sendInvitationAgain(key, id)).toEqual({ ok: false, refusal: 'too_soon' })
  const before = new Date(Date.now() - 8 * 86_400_000)
  await db().teamInvitation.update({ where: { id }, data: { sentAt: before, expiresAt: before } })
  expect((await sendInvitationAgain(key, id)).ok).toBe(true)
  expect(await findPublicInvitationToTeam(old, null)).toBeNull()
  const token = await readInvitationToken(event.id, wish.email)
  expect(await findPublicInvitationToTeam(token, null)).toMatchObject({ id, email: wish.email })
  const act = 'sent_team_invitation_again'
  expect(await db().historyEntry.count({ where: { act, subjectId: id } })).toBe(1)
})

test('what was taken back opens nothing, and only its own event’s owners take it back', async () => {
  const { event, key, id } = await invited()
  const token = await readInvitationToken(event.id, wish.email)
  const { key: stranger } = await makeOwner(await makeEvent())
  expect(await withdrawInvitation(stranger, id)).toEqual(gone)
  expect(await sendInvitationAgain(stranger, id)).toEqual(gone)
  expect(await withdrawInvitation(key, id)).toEqual({ ok: true, value: null })
  expect(await withdrawInvitation(key, id)).toEqual(gone)
  expect(await findPublicInvitationToTeam(token, null)).toBeNull()
  expect(await db().historyEntry.count({ where: { act: 'took_back_team_invitation' } })).toBe(1)
})

test('whoever owns the event no more invites nobody', async () => {
  const { event, key } = await invited()
  await makeOwner(event)
  await db().teamMember.updateMany({ where: { userId: key.userId }, data: { role: 'organizer' } })
  const no = { ok: false, refusal: 'owner_no_more' }
  expect(await inviteMember(key, { ...wish, email: 'kim@example.org' })).toEqual(no)
})

test('an address is forgotten thirty days after its link has ended, not before', async () => {
  const [{ id: long }, { id: just }] = [await invited(), await invited()]
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
  await db().teamInvitation.update({ where: { id: long }, data: { expiresAt: daysAgo(31) } })
  await db().teamInvitation.update({ where: { id: just }, data: { expiresAt: daysAgo(29) } })
  expect(await teamInvitationErasure.erase()).toBe(1)
  expect(await db().teamInvitation.count({ where: { id: just } })).toBe(1)
})

async function invited() {
  const event = await makeEvent()
  const { key } = await makeOwner(event, { name: 'Olu Example' })
  const made = await inviteMember(key, wish)
  if (!made.ok) throw new Error(made.refusal)
  return { event, key, id: made.value.id }
}
