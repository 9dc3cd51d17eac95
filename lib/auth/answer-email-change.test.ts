import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEmailChange, openBrowser } from '@/prisma/factories/accounts'
import { makeEvent } from '@/prisma/factories/events'
import { makeAccessToken, makeOwner, makeUser, readInvitationToken } from '@/prisma/factories/team'
import { db } from '../db/client'
import { newId } from '../ids'
import { acceptInvitation } from '../team/accept-invitation'
import { inviteMember } from '../team/invite-member'
import { newToken, unseal } from '../tokens'
import { agreeToEmailChange, dropEmailChange, stopEmailChange } from './answer-email-change'
import { askEmailChange } from './ask-email-change'
import { findPublicEmailChange, findPublicSession, getAccount } from './queries'
import { spendSignInLink } from './spend-sign-in-link'

useTestDatabase()
const over = { ok: false, refusal: 'link_over' }

test('nothing changes until both mailboxes have agreed, in either order', async () => {
  for (const order of [['old', 'new'] as const, ['new', 'old'] as const]) {
    const { ada, tokens, newEmail } = await asked()
    expect(await agreeToEmailChange(tokens[order[0]])).toEqual({ ok: true, value: 'waits' })
    expect(await agreeToEmailChange(tokens[order[0]])).toEqual({ ok: true, value: 'waits' })
    expect(await emailOf(ada)).toBe(ada.email)
    expect(await agreeToEmailChange(tokens[order[1]])).toEqual({ ok: true, value: 'done' })
    expect(await emailOf(ada)).toBe(newEmail)
    expect(await agreeToEmailChange(tokens.new)).toEqual(over)
    const acts = await db().historyEntry.findMany({ where: { subjectId: ada.id }, select: { act: true } })
    expect(acts.map(({ act }) => act)).toEqual(['asked_for_other_sign_in', 'changed_sign_in'])
  }
})

test('of both pressed at once, five times each, one changes it', async () => {
  const { ada, tokens, newEmail } = await asked()
  const presses = Array.from({ length: 10 }, (_, at) => agreeToEmailChange(at % 2 ? tokens.old : tokens.new))
  const answers = await Promise.all(presses)
  expect(answers.filter((answer) => answer.ok && answer.value === 'done')).toHaveLength(1)
  expect(await emailOf(ada)).toBe(newEmail)
})

test('reading a link agrees to nothing, however often a scanner follows it', async () => {
  const { ada, tokens, newEmail } = await asked()
  const seen = { newEmail, isConfirmed: false, isOtherConfirmed: false }
  for (const _ of [1, 2, 3]) {
    expect(await findPublicEmailChange(tokens.old)).toEqual({ ...seen, side: 'old' })
    expect(await findPublicEmailChange(tokens.new)).toEqual({ ...seen, side: 'new' })
  }
  expect(await emailOf(ada)).toBe(ada.email)
  expect(await findPublicEmailChange('nobody-has-this-token')).toBeNull()
})

test('afterwards only the browser that asked is signed in, and no link to the old mailbox opens', async () => {
  const { ada, here, tokens } = await asked()
  const there = await openBrowser(ada)
  const link = await makeAccessToken('sign_in', ada)
  await agreeToEmailChange(tokens.old)
  expect(await findPublicSession(there.token)).not.toBeNull()
  await agreeToEmailChange(tokens.new)
  expect(await findPublicSession(there.token)).toBeNull()
  expect(await findPublicSession(here.token)).toMatchObject({ id: ada.id })
  expect((await spendSignInLink(link)).ok).toBe(false)
})

test('either mailbox stops it, and so does whoever asked', async () => {
  for (const side of ['old', 'new'] as const) {
    const { ada, tokens } = await asked()
    await agreeToEmailChange(tokens[side === 'old' ? 'new' : 'old'])
    expect((await stopEmailChange(tokens[side])).ok).toBe(true)
    expect(await agreeToEmailChange(tokens.old)).toEqual(over)
    expect(await agreeToEmailChange(tokens.new)).toEqual(over)
    expect(await stopEmailChange(tokens[side])).toEqual(over)
    expect(await emailOf(ada)).toBe(ada.email)
  }
  const { here, tokens } = await asked()
  await dropEmailChange(here.account)
  expect(await agreeToEmailChange(tokens.old)).toEqual(over)
})

test('a day later the links open nothing, and asking again ends those before', async () => {
  const first = await asked()
  await db().emailChange.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })
  expect(await findPublicEmailChange(first.tokens.old)).toBeNull()
  expect(await agreeToEmailChange(first.tokens.old)).toEqual(over)
  expect((await getAccount(first.here.account)).emailChange).toBeNull()
  const again = await asked(first)
  expect(await agreeToEmailChange(first.tokens.new)).toEqual(over)
  expect((await agreeToEmailChange(again.tokens.new)).ok).toBe(true)
})

test('an address with an account is not taken over, and whoever asks is told nothing about it', async () => {
  const grace = await makeUser({ email: `grace-${newId()}@example.org` })
  const ada = await makeUser()
  const here = await openBrowser(ada)
  expect(await askEmailChange(here.account, grace.email, 'en')).toEqual({ ok: true, value: null })
  const toGrace = await db().outboxMail.findMany({ where: { toAddress: grace.email } })
  expect(toGrace.map(({ kind, sealed }) => [kind, sealed])).toEqual([['sign_in_change_known', null]])
  const tokens = { old: newToken(), new: newToken() }
  await db().emailChange.deleteMany()
  await makeEmailChange(ada, tokens, grace.email)
  await agreeToEmailChange(tokens.old)
  const taken = { ok: false, refusal: 'address_taken' }
  expect(await agreeToEmailChange(tokens.new)).toEqual(taken)
  expect(await emailOf(ada)).toBe(ada.email)
})

test('an invitation into a team that waits in the old mailbox does not move along', async () => {
  const { ada, tokens, newEmail } = await asked()
  const event = await makeEvent()
  const { key } = await makeOwner(event)
  await inviteMember(key, { email: ada.email, role: 'organizer', language: 'en' })
  const token = await readInvitationToken(event.id, ada.email)
  await agreeToEmailChange(tokens.old)
  await agreeToEmailChange(tokens.new)
  const moved = { id: ada.id, email: newEmail, name: null, isAdmin: false }
  expect(await acceptInvitation(token, moved, '')).toEqual({ ok: false, refusal: 'other_address' })
  expect(await db().teamMember.count({ where: { userId: ada.id } })).toBe(0)
})

test('the same address is none, a mailbox is not flooded, and a disabled account moves nowhere', async () => {
  const { ada, here, tokens } = await asked()
  const same = { ok: false, refusal: 'same_address' }
  expect(await askEmailChange(here.account, ada.email, 'en')).toEqual(same)
  const often = Array.from({ length: 6 }, () => askEmailChange(here.account, 'new@example.org', 'en'))
  const answers = await Promise.all(often)
  expect(answers.filter((answer) => !answer.ok && answer.refusal === 'too_many_tries').length).toBe(3)
  await db().user.update({ where: { id: ada.id }, data: { disabledAt: new Date() } })
  expect(await agreeToEmailChange(tokens.old)).toEqual(over)
})

async function asked(before?: { ada: Awaited<ReturnType<typeof makeUser>>; here: Browser }) {
  const ada = before?.ada ?? (await makeUser())
  const here = before?.here ?? (await openBrowser(ada))
  const newEmail = `new-${newId()}@example.org`
  expect(await askEmailChange(here.account, newEmail, 'en')).toEqual({ ok: true, value: null })
  const tokenTo = async (toAddress: string) => {
    const where = { toAddress, kind: { startsWith: 'sign_in_change' } }
    const { sealed } = await db().outboxMail.findFirstOrThrow({ where, orderBy: { id: 'desc' } })
    return unseal('mail', sealed!)!
  }
  const tokens = { old: await tokenTo(ada.email), new: await tokenTo(newEmail) }
  return { ada, here, newEmail, tokens }
}

type Browser = Awaited<ReturnType<typeof openBrowser>>

const emailOf = async ({ id }: { id: string }) => (await db().user.findUniqueOrThrow({ where: { id } })).email
