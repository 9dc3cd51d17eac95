import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openLine } from '@/e2e/support/line'
import { openPostOffice } from '@/e2e/support/post-office'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { db } from '../db/client'
import { setEnvironment } from '../env'
import { derivedToken } from '../tokens'
import { deliverDueMails } from './deliver-due-mails'
import { closePost } from './open-post'
import { queueMail } from './queue-mail'
import type { Composer } from './schema'

useTestDatabase()

const registrationId = '019a0000-0000-7000-8000-000000000001'
const hello: Composer = ({ toName, facts }) => ({
  subject: `Hello ${(facts as { title?: string }).title ?? ''}`,
  greeting: `Hello ${toName},`,
  paragraphs: ['You are in.'],
  fill: { name: toName, where: 'House of Examples' },
  card: {
    eventTitle: 'Hackathon',
    accent: 'teal',
    name: toName,
    facts: [],
    noCamera: false,
    code: 'K7QF-9MTD-WX2C',
    codeLabel: 'Code',
  },
  actions: [{ label: 'Manage', link: { to: 'manage', registrationId, version: 1 } }],
  closing: [],
  calendar: { filename: 'hackathon.ics', text: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
})
const secret: Composer = (mail) => ({
  ...hello(mail),
  actions: [{ label: 'In', link: { to: 'sealed', path: '/sign-in/{token}' } }],
})
const composers = { hello, secret }
const deliver = () => deliverDueMails(composers)

let office: Awaited<ReturnType<typeof openPostOffice>>
beforeEach(async () => {
  await db().outboxMail.deleteMany()
  office = await openPostOffice()
  setEnvironment({ SMTP_URL: office.url })
})
afterEach(async () => {
  closePost()
  await office.close()
})

test('a mail arrives with its picture, its calendar file and a link that the outbox does not know', async () => {
  const id = await queue()
  expect(await deliver()).toBe(1)
  const [{ mail, to }] = office.arrived as [(typeof office.arrived)[0]]
  const link = `/my/${derivedToken('manage', registrationId, 1)}`
  expect(to).toEqual(['ada@example.org'])
  expect(mail.to).toEqual([{ name: 'Ada', address: 'ada@example.org' }])
  expect(mail.messageId).toMatch(new RegExp(`^<${id}@`))
  expect(mail.text).toContain(link)
  expect(mail.html).toContain(link)
  expect(mail.html).toContain('src="cid:code"')
  expect(
    mail.attachments.map(({ mimeType, contentId, filename }) => [mimeType, contentId, filename]),
  ).toEqual([
    ['image/png', '<code>', 'code.png'],
    ['text/calendar', undefined, 'hackathon.ics'],
  ])
  expect(office.arrived[0]!.raw).toMatch(/text\/calendar; charset=utf-8; method=PUBLISH/i)
  const row = await rowOf(id)
  expect(row).toMatchObject({ state: 'sent', attempts: 1, lastError: null, leasedUntil: null })
  expect(JSON.stringify(row)).not.toContain(derivedToken('manage', registrationId, 1))
})

test('a mail that waits leaves in the words its event has by then, and is remembered as it left', async () => {
  const { id: eventId } = await makeEvent()
  const name = 'Ada https://evil.example {event}'
  const id = await queue({ eventId, name })
  await db().mailText.create({
    data: { eventId, kind: 'hello', language: 'en', subject: 'Dear {name}', opening: 'We meet at {where}.' },
  })
  await deliver()
  const { mail } = office.arrived[0]!
  expect(mail.subject).toBe('Dear Ada https:\u2060//evil.\u2060example {event}')
  expect(mail.text).toContain('We meet at House of Examples.')
  expect(mail.text).not.toContain('You are in.')
  await db().mailText.updateMany({ where: { eventId }, data: { subject: 'Later', opening: 'Later' } })
  expect(await rowOf(id)).toMatchObject({ ownSubject: 'Dear {name}', ownOpening: 'We meet at {where}.' })
})

test('two workers at once deliver every mail once', async () => {
  await Promise.all(Array.from({ length: 45 }, (_, at) => queue({ address: `person-${at}@example.org` })))
  const sent = await Promise.all([deliver(), deliver(), deliver()])
  expect(sent.reduce((sum, one) => sum + one)).toBe(45)
  expect(new Set(office.arrived.map(({ to }) => to[0])).size).toBe(45)
  expect(office.arrived).toHaveLength(45)
})

test('what a lost worker had taken is left alone until its lease ends, then goes', async () => {
  const id = await queue()
  await db().outboxMail.update({ where: { id }, data: { leasedUntil: new Date(Date.now() + 60_000) } })
  expect(await deliver()).toBe(0)
  await db().outboxMail.update({ where: { id }, data: { leasedUntil: new Date(Date.now() - 1) } })
  expect(await deliver()).toBe(1)
})

test('an outage delays mails, and all go out under their own Message-ID once one has arrived', async () => {
  const ids = [await queue(), await queue({ address: 'bob@example.org' })]
  await office.close()
  expect(await deliver()).toBe(0)
  expect(await deliver()).toBe(0)
  const waiting = await rowOf(ids[0]!)
  expect(waiting).toMatchObject({ state: 'waiting', attempts: 1, lastError: 'unreachable' })
  expect(waiting.nextAttemptAt.getTime()).toBeGreaterThan(Date.now() + 5_000)
  office = await openPostOffice({ port: office.port })
  await queue({ address: 'new@example.org' })
  expect(await deliver()).toBe(1)
  expect(await deliver()).toBe(2)
  const arrivedIds = office.arrived.map(({ mail }) => mail.messageId!.slice(1).split('@')[0])
  expect(new Set(arrivedIds.slice(1))).toEqual(new Set(ids))
})

test.each(['end', 'reset'] as const)(
  'a line that breaks (%s) after the mail was taken: it is tried once, waits, and goes again under its own Message-ID',
  async (how) => {
    const line = await openLine(new URL(office.url))
    await reopen({ port: office.port, keep: (_, at) => void (at === 1 && line[how]()) })
    setEnvironment({ SMTP_URL: line.url })
    const id = await queue()
    expect(await deliver()).toBe(0)
    expect(office.arrived).toHaveLength(1)
    expect(await rowOf(id)).toMatchObject({ state: 'waiting', attempts: 1, lastError: 'unreachable' })
    await db().outboxMail.update({ where: { id }, data: { nextAttemptAt: new Date() } })
    expect(await deliver()).toBe(1)
    expect(new Set(office.arrived.map(({ mail }) => mail.messageId)).size).toBe(1)
    closePost()
    await line.close()
  },
)

test('whoever cannot hand a mail in before its lease ends lets it go, and it stays due', async () => {
  const line = await openLine(new URL(office.url))
  line.freeze()
  setEnvironment({ SMTP_URL: line.url })
  const soon = AbortSignal.timeout(500)
  const patience = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(soon)
  const id = await queue()
  const underWay = deliver()
  await vi.waitFor(() => expect(patience).toHaveBeenCalled())
  const { leasedUntil } = await rowOf(id)
  expect(Date.now() + patience.mock.calls[0]![0]).toBeLessThan(leasedUntil!.getTime())
  expect(await underWay).toBe(0)
  expect(await rowOf(id)).toMatchObject({ state: 'waiting', lastError: 'unreachable', leasedUntil: null })
  patience.mockRestore()
  closePost()
  await line.close()
})

test('a mailbox that does not exist fails for good, and does not hold up the others', async () => {
  await reopen({ refuse: (address) => (address.startsWith('nobody') ? 550 : undefined) })
  const id = await queue({ address: 'nobody@example.org' })
  await queue()
  expect(await deliver()).toBe(1)
  expect(await rowOf(id)).toMatchObject({ state: 'failed', attempts: 1 })
  expect((await rowOf(id)).lastError).toMatch(/^no_such_mailbox 550 /)
})

test('a full mailbox is tried again, and given up after five days', async () => {
  await reopen({ refuse: () => 452 })
  const id = await queue()
  await deliver()
  expect(await rowOf(id)).toMatchObject({ state: 'waiting', attempts: 1 })
  const longAgo = new Date(Date.now() - 6 * 86_400_000)
  await db().outboxMail.update({ where: { id }, data: { createdAt: longAgo, nextAttemptAt: longAgo } })
  await deliver()
  expect(await rowOf(id)).toMatchObject({ state: 'failed', attempts: 2 })
})

test('a text that the server refuses fails for good', async () => {
  await reopen({ refuseText: 554 })
  const id = await queue()
  await deliver()
  expect((await rowOf(id)).state).toBe('failed')
  expect((await rowOf(id)).lastError).toMatch(/^refused 554 /)
})

test('a kind that nobody writes is shown as failed instead of being tried for ever', async () => {
  const id = await queue({ kind: 'unheard' })
  await deliver()
  expect(await rowOf(id)).toMatchObject({ state: 'failed', lastError: 'unreadable' })
})

test('a token is encrypted in the outbox, opens in the mailbox only, and is gone afterwards', async () => {
  const token = 'a-token-that-opens-a-door'
  const id = await queue({ kind: 'secret', token })
  expect(JSON.stringify(await rowOf(id))).not.toContain(token)
  await deliver()
  expect(office.arrived[0]!.mail.text).toContain(`/sign-in/${token}`)
  expect((await rowOf(id)).sealed).toBeNull()
})

test('nothing leaves without a mail server, and it is not counted as a try', async () => {
  setEnvironment({ SMTP_URL: '' })
  const id = await queue()
  expect(await deliver()).toBe(0)
  expect(await rowOf(id)).toMatchObject({ state: 'waiting', attempts: 0, leasedUntil: null })
})

test('no name or title adds a header, a recipient or a part', async () => {
  const attack = 'Ada\r\nBcc: everyone@example.org\r\n\r\n<script>alert(1)</script>'
  const names = [
    attack,
    '"Ada" <other@example.org>',
    'a@example.org, b@example.org',
    'O’Brien; Null',
    '=?utf-8?q?x?=',
    '',
  ]
  for (const name of names) await queue({ name, title: attack })
  expect(await deliver()).toBe(names.length)
  for (const { mail, to, raw } of office.arrived) {
    expect(to).toEqual(['ada@example.org'])
    expect(mail.to).toHaveLength(1)
    expect(mail.to![0]!.address).toBe('ada@example.org')
    expect(mail.bcc ?? []).toEqual([])
    expect(raw.slice(0, raw.indexOf('\r\n\r\n'))).not.toMatch(/^(bcc|cc):/im)
    expect(mail.subject).not.toMatch(/[\r\n]/)
    expect(mail.html).not.toContain('<script>')
    expect(mail.attachments).toHaveLength(2)
  }
})

type Queued = {
  kind?: string
  eventId?: string
  name?: string
  address?: string
  title?: string
  token?: string
}

const queue = ({
  kind = 'hello',
  eventId,
  name = 'Ada',
  address = 'ada@example.org',
  title = '',
  token,
}: Queued = {}) =>
  db().$transaction((tx) =>
    queueMail(tx, { kind, to: { name, address, language: 'en' }, facts: { title }, token, eventId }),
  )

const rowOf = (id: string) => db().outboxMail.findUniqueOrThrow({ where: { id } })

async function reopen(rules: Parameters<typeof openPostOffice>[0]) {
  closePost()
  await office.close()
  office = await openPostOffice(rules)
  setEnvironment({ SMTP_URL: office.url })
}
