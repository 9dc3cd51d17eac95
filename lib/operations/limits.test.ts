import { readdirSync, readFileSync } from 'node:fs'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeEach, expect, test } from 'vitest'
import { makeMessages } from '@/e2e/support/make-messages'
import { useTestDatabase } from '@/e2e/support/test-database'
import { openBrowser } from '@/prisma/factories/accounts'
import { makeDeviceLink } from '@/prisma/factories/devices'
import { makeEvent } from '@/prisma/factories/events'
import { join } from '@/prisma/factories/own-forms'
import { makeOwner, makeUser } from '@/prisma/factories/team'
import { successorForm, takePlace } from '@/prisma/factories/transfers'
import { askEmailChange } from '../auth/ask-email-change'
import { proveByCode } from '../auth/prove-by-code'
import { proveByRecoveryCode } from '../auth/prove-by-recovery-code'
import { requestSignIn } from '../auth/request-sign-in'
import { confirmAuthenticator } from '../auth/set-up-authenticator'
import { closeDatabase, db } from '../db/client'
import { pairDevice } from '../devices/pair-device'
import { setEnvironment } from '../env'
import { sendTest } from '../group-mails/send-test'
import { newId } from '../ids'
import { mayGoOn } from '../limits'
import { requestContext } from '../log'
import { getOfferFor } from '../registrations/queries'
import { register } from '../registrations/register'
import { requestEmailChange } from '../registrations/request-email-change'
import { resendMail } from '../registrations/resend-mail'
import { transferPlace } from '../registrations/transfer-place'
import { tryCodes } from '../registrations/try-codes'
import { serve } from './serve'

useTestDatabase()

const most = 3
const counted = {
  register: 'REGISTER_PER_ADDRESS_PER_MINUTE',
  signIn: 'SIGN_IN_PER_ADDRESS_PER_MINUTE',
  links: 'SIGN_IN_PER_PERSON_PER_HOUR',
  factor: 'SECOND_FACTOR_TRIES_PER_HOUR',
  codes: 'WRONG_CODES_PER_ADDRESS_PER_HOUR',
  mails: 'RESEND_PER_PERSON_PER_HOUR',
}

/** One try from a network address, at something or by somebody; whether it was let through. */
type Try = (network: string) => Promise<boolean>
type Row = {
  setting?: keyof typeof counted
  file: string
  per: 'network' | 'person' | 'person in a network'
  open: () => Promise<Try>
  times?: number
}

// Every limit there is; a file that counts and has no row fails.
const limits: Record<string, Row> = {
  registering: {
    ...{ setting: 'register', file: 'registrations/register.ts', per: 'network' },
    open: async () => {
      const offer = await getOfferFor({ eventId: (await makeEvent()).id })
      return async (networkAddress) => {
        const form = successorForm({ email: [`${newId()}@example.org`] })
        return letThrough(await register(offer, form, { language: 'en', networkAddress }))
      }
    },
  },
  'registering for a place that was passed on': {
    ...{ setting: 'register', file: 'registrations/take-over.ts', per: 'network' },
    open: async () => {
      const event = await makeEvent()
      return async (from) => letThrough(await takePlace(event, newId(), {}, from))
    },
  },
  'access codes': {
    ...{ setting: 'codes', file: 'registrations/try-codes.ts', per: 'network' },
    open: async () => {
      const { id: eventId } = await makeEvent({ accessCode: 'House' })
      const offer = await getOfferFor({ eventId })
      return async (from) => (await tryCodes(offer, 'Cellar', from)) === 'wrong'
    },
  },
  'PINs of phones': {
    ...{ setting: 'codes', file: 'devices/pair-device.ts', per: 'network' },
    open: async () => {
      const event = await makeEvent()
      return async (from) => {
        const { token } = await makeDeviceLink(event)
        return letThrough(await pairDevice({ token, pin: '000000', name: newId() }, from))
      }
    },
  },
  'signing in from one network': {
    ...{ setting: 'signIn', file: 'auth/request-sign-in.ts', per: 'network' },
    open: async () => async (from) => letThrough(await signIn(`${newId()}@example.org`, from)),
  },
  'links to sign in with': {
    ...{ setting: 'links', file: 'auth/request-sign-in.ts', per: 'person in a network' },
    open: async () => {
      const { email } = await makeUser()
      return writesTo(email, (from) => signIn(email, from))
    },
  },
  'codes of the app': {
    ...{ setting: 'factor', file: 'auth/may-prove.ts', per: 'person in a network' },
    open: async () => {
      const { step } = await openBrowser(await makeUser())
      return async (from) => letThrough(await proveByCode(step, '000000', from))
    },
  },
  'codes of paper': {
    ...{ setting: 'factor', file: 'auth/may-prove.ts', per: 'person in a network' },
    open: async () => {
      const { step } = await openBrowser(await makeUser())
      return async (from) => letThrough(await proveByRecoveryCode(step, '000000', from))
    },
  },
  'codes of the app from many networks': {
    ...{ setting: 'factor', file: 'auth/may-prove.ts', per: 'person', times: most * 10 },
    open: async () => {
      const { step } = await openBrowser(await makeUser())
      return async () => letThrough(await proveByCode(step, '000000', newId()))
    },
  },
  'codes of a new app': {
    ...{ setting: 'factor', file: 'auth/set-up-authenticator.ts', per: 'person' },
    open: async () => {
      const { account } = await openBrowser(await makeUser())
      return async () => letThrough(await confirmAuthenticator(account, '000000'))
    },
  },
  'another mailbox to sign in with': {
    ...{ setting: 'mails', file: 'auth/ask-email-change.ts', per: 'person' },
    open: async () => {
      const { account } = await openBrowser(await makeUser())
      return async () => letThrough(await askEmailChange(account, `${newId()}@example.org`, 'en'))
    },
  },
  'mails to a mailbox that accounts want': {
    ...{ setting: 'mails', file: 'auth/ask-email-change.ts', per: 'person' },
    open: async () => {
      const theirs = `${newId()}@example.org`
      const someAccount = async () => (await openBrowser(await makeUser())).account
      return writesTo(theirs, async () => askEmailChange(await someAccount(), theirs, 'en'))
    },
  },
  'test mails to oneself': {
    ...{ file: 'group-mails/send-test.ts', per: 'person', times: 20 },
    open: async () => {
      const event = await makeEvent()
      const { registrationId } = await join(event)
      const [{ key, user }, { draft }] = [await makeOwner(event), await makeMessages(event, registrationId)]
      return async () => letThrough(await sendTest(key, draft.id, { name: 'Ada', address: user.email }))
    },
  },
  'mails again': {
    ...{ setting: 'mails', file: 'registrations/resend-mail.ts', per: 'person' },
    open: async () => {
      const key = await join(await makeEvent())
      return async () => letThrough(await resendMail(key))
    },
  },
  'another mailbox': {
    ...{ setting: 'mails', file: 'registrations/ask-mailbox.ts', per: 'person' },
    open: () => asking(requestEmailChange),
  },
  'mails to a mailbox that people want': {
    ...{ setting: 'mails', file: 'registrations/ask-mailbox.ts', per: 'person' },
    open: () => beingWanted(requestEmailChange),
  },
  'a place for somebody else': {
    ...{ setting: 'mails', file: 'registrations/transfer-place.ts', per: 'person' },
    open: () => asking(transferPlace),
  },
  'mails to whom a place is offered': {
    ...{ setting: 'mails', file: 'registrations/transfer-place.ts', per: 'person' },
    open: () => beingWanted(transferPlace),
  },
}

let networks = 0
let network: { home: string; neighbour: string; elsewhere: string }
beforeEach(() => {
  const of = () => `2001:db8:1:${(++networks).toString(16)}::`
  const home = of()
  network = { home: `${home}1`, neighbour: `${home}2`, elsewhere: `${of()}1` }
})

test('whoever counts has a row', () => {
  const counts = (file: string) => /\b(mayGoOn|tryUnder)\(/.test(readFileSync(`lib/${file}`, 'utf8'))
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\/(?!.*\.test\.)[^/]+\.ts$/.test(file) && !file.startsWith('event-files/'))
    .filter(counts)
  expect(files.sort()).toEqual([...new Set(Object.values(limits).map(({ file }) => file))].sort())
})

test.each(Object.entries(limits))('%s: so many, then nobody there, but everybody else', async (_, row) => {
  const { setting, per, open, times = most } = row
  setEnvironment(Object.fromEntries(Object.values(counted).map((one) => [one, '1000'])))
  if (setting) setEnvironment({ [counted[setting]]: String(most) })
  const [one, another] = [await open(), await open()]
  for (let time = 1; time <= times; time++) expect(await one(network.home), `try ${time}`).toBe(true)
  expect(await one(network.neighbour)).toBe(false)
  // As after a restart: nothing of it is kept in the process.
  await closeDatabase()
  expect(await one(network.home)).toBe(false)
  expect(await one(network.elsewhere)).toBe(per !== 'person')
  expect(await another(network.home)).toBe(per !== 'network')
  await db().rateLimit.updateMany({ data: { expire: Date.now() - 1 } })
  expect(await one(network.home)).toBe(true)
})

test.each([
  [
    'a header that anybody can send is not believed',
    [],
    ['198.51.100.1', '198.51.100.2', '2001:db8::1', '1'],
  ],
  ['what a proxy of ours says is', ['127.0.0.0/8', '::1'], Array(4).fill('1.2.3.4, 198.51.100.1')],
  [
    'of IPv6 all of a network is one',
    ['127.0.0.0/8', '::1'],
    [1, 2, 3, 4].map((at) => `2001:db8:9:9::${at}`),
  ],
])('behind how many addresses ever somebody hides, %s', async (name, trustedProxies, claims) => {
  const handle = async (_: IncomingMessage, response: ServerResponse) => {
    const { address } = requestContext.getStore()!
    response.statusCode = (await mayGoOn(name, address, most, 60)) ? 200 : 429
    response.end()
  }
  const server = http.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  serve({ server, handle, baseUrl: site, trustedProxies })
  const ask = async (claim: string) =>
    (
      await fetch(site, {
        headers: { 'x-forwarded-for': claim, 'x-real-ip': claim, forwarded: `for=${claim}` },
      })
    ).status
  const statuses = []
  for (const claim of claims) statuses.push(await ask(claim))
  expect(statuses).toEqual([200, 200, 200, 429])
  server.closeAllConnections()
  server.close()
})

const letThrough = (answer: { ok: boolean; refusal?: string }): boolean =>
  !['too_many_tries', 'too_often'].includes(String(answer.refusal))

const signIn = (email: string, from: string) =>
  requestSignIn({ email }, { network: from, language: 'en', to: '/organizer' })

/** Whether a mail to this address comes of it; whoever asks is told the same either way. */
function writesTo(address: string, ask: (from: string) => Promise<{ ok: boolean }>): Try {
  const written = () => db().outboxMail.count({ where: { toAddress: address } })
  return async (from) => {
    const before = await written()
    expect(await ask(from)).toMatchObject({ ok: true })
    return (await written()) > before
  }
}

type Asking = typeof requestEmailChange | typeof transferPlace

async function asking(ask: Asking): Promise<Try> {
  const key = await join(await makeEvent({ isTransferAllowed: true }))
  return async () => letThrough(await ask(key, `${newId()}@example.org`))
}

async function beingWanted(ask: Asking): Promise<Try> {
  const event = await makeEvent({ isTransferAllowed: true })
  const theirs = `${newId()}@example.org`
  return writesTo(theirs, async () => ask(await join(event), theirs))
}
