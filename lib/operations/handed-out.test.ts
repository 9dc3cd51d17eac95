import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { codeOf, openBrowser } from '@/prisma/factories/accounts'
import { makeEvent } from '@/prisma/factories/events'
import { join } from '@/prisma/factories/own-forms'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeOwner } from '@/prisma/factories/team'
import { askEmailChange } from '../auth/ask-email-change'
import { makeAdminSignInLink } from '../auth/make-admin-link'
import { makeRecoveryCodes } from '../auth/make-recovery-codes'
import { findTeachable } from '../auth/queries'
import { requestSignIn } from '../auth/request-sign-in'
import { confirmAuthenticator, startAuthenticator } from '../auth/set-up-authenticator'
import { spendSignInLink } from '../auth/spend-sign-in-link'
import { localDate } from '../dates'
import { db, sql } from '../db/client'
import { makeLink as makeDoorLink } from '../devices/make-link'
import { pairDevice } from '../devices/pair-device'
import { getEventFor } from '../events/queries'
import { freezeAccess } from '../exports/freeze-access'
import { listRecipients } from '../group-mails/list-recipients'
import { findGroupMail } from '../group-mails/queries'
import { saveDraft } from '../group-mails/save-draft'
import { sendGroupMail } from '../group-mails/send-group-mail'
import { writeDueMails } from '../group-mails/write-due-mails'
import { makeLink as makeListLink } from '../handouts/make-link'
import { newId } from '../ids'
import type { OwnerKey } from '../keys'
import { writeMessage } from '../mail/write-message'
import { invite } from '../registrations/invite'
import { requestEmailChange } from '../registrations/request-email-change'
import { transferPlace } from '../registrations/transfer-place'
import type { Result } from '../result'
import { grant, grantApi } from '../team/grant'
import { inviteMember } from '../team/invite-member'
import { hashToken } from '../tokens'
import { composers } from './mails'

useTestDatabase()

// Everything that opens something, as it was handed out, by the way it was.
const ways = [
  ...['/join/…', '/sign-in/…', '/account/email/…', '/my/…', '/my/change-email/…', '/unsubscribe/…'],
  ...['/events/hackathon/register?transfer=…', '/events/hackathon/register?invitation=…'],
  ...['printed', 'the first admin', 'session', 'program', 'door', 'PIN', 'phone', 'list', 'app', 'paper'],
]

test('of everything that was handed out to open something nothing stands in the database', async () => {
  const handedOut = [...(await handOut()), ...(await readMails())]
  expect([...new Set(handedOut.map(([way]) => way))].sort()).toEqual([...ways].sort())

  const dump = await dumpAll()
  expect(dump).toContain('Ada Sample')
  const known = (secret: string) => dump.includes(hashToken(secret))
  const notByHash = handedOut.filter(([, secret]) => !known(secret)).map(([way]) => way)
  expect([...new Set(notByHash)].sort()).toEqual(['PIN', 'app', 'paper'])
  for (const [way, secret] of handedOut) expect(found(dump, secret), way).toBe(false)

  for (const [way, secret] of handedOut) {
    const careless = JSON.stringify({ facts: { href: `https://a.example/${secret}?b` } })
    expect(found(`${dump}\n${careless}`, secret), way).toBe(true)
  }
  const bytes = Buffer.from(handedOut[0]![1]).toString('hex')
  expect(found(`${dump}\n{"kept":"\\\\x${bytes}"}`, handedOut[0]![1])).toBe(true)
})

type HandedOut = [way: string, secret: string][]

async function handOut(): Promise<HandedOut> {
  const event = await makeEvent({ slug: 'hackathon', isTransferAllowed: true })
  const { key, user } = await makeOwner(event, { name: 'Grace Sample' })
  const of = (name: string) => `${name}@example.org`
  const ada = await join(event, { name: ['Ada Sample'] })
  await requestEmailChange(ada, of('ada-new'))
  await transferPlace(await join(event), of('friend'))
  await invite(key, { name: 'Bo', email: of('bo'), language: 'en' })
  await inviteMember(key, { email: of('cy'), role: 'organizer', language: 'en' })
  await sendNews(key)

  const { account, token: session } = await openBrowser(user)
  await requestSignIn({ email: user.email }, { network: '192.0.2.1', language: 'en', to: '/organizer' })
  await askEmailChange(account, of('grace-new'), 'en')
  await startAuthenticator(account)
  const { secret } = (await findTeachable(account))!
  await confirmAuthenticator(account, codeOf(secret))
  const paper = got(await makeRecoveryCodes(account)).codes

  const actor = { kind: 'command_line', id: null } as const
  const wish = { eventId: event.id, role: 'check_in', email: of('dee'), actor } as const
  const printed = await grant(wish)
  const opened = got(await spendSignInLink(printed))
  const program = await grantApi(wish, event.endsAt)
  const first = (await makeAdminSignInLink('https://a.example'))!.split('/').at(-1)!

  const span = { validFrom: new Date(Date.now() - 1000), validUntil: event.endsAt }
  const door = await makeDoorLink(key, { name: 'Main door', role: 'scan_only', ...span })
  const phone = got(await pairDevice({ ...door, name: 'Phone A' }, '192.0.2.1'))
  await makeRegistration(event, { legalName: 'Augusta Example' })
  const id = newId()
  const eraseOn = localDate(new Date(event.endsAt.getTime() + 7 * 86_400_000), event.timezone)
  const words = { purpose: 'Admission', recipient: 'Reception', eraseOn }
  expect(await freezeAccess(key, { id, ...words }, await getEventFor(key))).toMatchObject({ ok: true })
  const list = got(await makeListLink(key, id, 24))
  return [
    ...([
      ['printed', printed],
      ['session', session],
      ['session', opened.token],
      ['program', program],
    ] as HandedOut),
    ...([
      ['the first admin', first],
      ['door', door.token],
      ['PIN', door.pin],
      ['phone', phone.token],
    ] as HandedOut),
    ...([
      ['list', list.token],
      ['app', secret],
    ] as HandedOut),
    ...paper.flatMap(
      (code): HandedOut => [
        ['paper', code],
        ['paper', code.replaceAll('-', '')],
      ],
    ),
  ]
}

async function sendNews(key: OwnerKey): Promise<void> {
  const texts = { en: { subject: 'News', text: 'Dear {name}, there are news.' } }
  const id = newId()
  await saveDraft(key, { id, filter: '', isAboutEvent: false, texts }, null)
  const { version, ...message } = (await findGroupMail(key, id))!
  const { mark } = await listRecipients(key, message)
  await sendGroupMail(key, id, { version, mark, at: null })
  expect(await writeDueMails()).toBeGreaterThan(0)
}

/** Every link of every mail as it leaves: what it carries, and where it leads without that. */
async function readMails(): Promise<HandedOut> {
  const mails = await db().outboxMail.findMany()
  const messages = await Promise.all(
    mails.map((mail) => writeMessage({ ...mail, language: 'en' }, composers, null)),
  )
  const links = messages.flatMap(({ text }) => String(text).match(/(?<=https?:\/\/[^/\s]+)\/\S+/g) ?? [])
  return links.flatMap((link): HandedOut => {
    const [secret] = /(?<=[/=])[\w-]{32}(?=[/?&]|$)/.exec(link) ?? []
    return secret ? [[link.replace(secret, '…').replace(/\?(then|to)=.*/, ''), secret]] : []
  })
}

async function dumpAll(): Promise<string> {
  const { rows } = await sql().query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  const tables = rows.map(({ name }) =>
    sql().query<{ line: string }>(`SELECT row_to_json(t)::text AS line FROM ${name} t`),
  )
  return (await Promise.all(tables)).flatMap((table) => table.rows.map(({ line }) => line)).join('\n')
}

/** As it was handed out, or its letters, or the bits it stands for; six digits only where they stand alone. */
function found(dump: string, secret: string): boolean {
  if (/^\d{6}$/.test(secret)) return new RegExp(`(?<![\\w.-])${secret}(?![\\w.-])`).test(dump)
  const hex = [Buffer.from(secret), Buffer.from(secret, 'base64url')].map((bytes) => bytes.toString('hex'))
  return [secret, Buffer.from(secret).toString('base64url'), ...hex].some((text) => dump.includes(text))
}

function got<T>(answer: Result<T, string>): T {
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}
