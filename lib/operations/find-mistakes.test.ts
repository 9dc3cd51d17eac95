import { expect, test } from 'vitest'
import { findMistakes, type Sight } from './find-mistakes'

const database = {
  ...{ ahead: 40, future: -9_000, version: 180_004, connections: 100, missing: 0, admins: 1 },
  ...{ lateMails: 0, failedMails: 0 },
}
const fine = {
  baseUrl: 'https://events.example.org',
  smtpUrl: 'smtp://mail.example.org',
  mailFrom: 'events@example.org',
  trustedProxies: ['10.0.0.1'],
  secret: 'Gm4rZkq0vT7xw2LJpUeY9sNa',
  poolSize: 10,
  database,
  post: null,
  site: { isOurs: true, isKept: false, hasPolicy: true },
  folder: { path: '/var/lib/lanyard', free: 20e9, isSecretOpen: false },
} satisfies Sight

test('where all is well nothing is found', () => {
  expect(findMistakes(fine)).toEqual([])
  expect(findMistakes({ ...fine, folder: null, site: null })).toEqual([])
})

const mistakes: [string, Partial<Sight>, RegExp][] = [
  [
    'links that open nowhere else',
    { baseUrl: 'http://localhost:3000' },
    /set BASE_URL to the address people use/,
  ],
  ['no https', { baseUrl: 'http://events.example.org' }, /without https/],
  ['a proxy nobody trusts', { trustedProxies: [] }, /TRUSTED_PROXIES is empty/],
  ['a name that leads nowhere', { site: { why: 'ENOTFOUND' } }, /does not answer \(ENOTFOUND\)/],
  ['a name that leads elsewhere', { site: { ...fine.site, isOurs: false } }, /answered by something else/],
  ['a proxy that keeps pages', { site: { ...fine.site, isKept: true } }, /turn its cache off/],
  [
    'a proxy that takes headers away',
    { site: { ...fine.site, hasPolicy: false } },
    /content-security-policy/,
  ],
  ['no mail server', { smtpUrl: undefined }, /SMTP_URL is not set/],
  ['a mail server that refuses', { post: 'EAUTH 535' }, /would not take mails: EAUTH 535/],
  ['a sender nobody takes', { mailFrom: 'no-reply@localhost' }, /set MAIL_FROM/],
  ['late mails', { database: { ...database, lateMails: 3 } }, /more than ten minutes: 3/],
  ['failed mails', { database: { ...database, failedMails: 4 } }, /could not be delivered: 4/],
  ['no database', { database: { why: 'The database is away.' } }, /^The database is away\.$/],
  ['an old database', { database: { ...database, version: 140_009 } }, /PostgreSQL is 14, too old/],
  ['missing migrations', { database: { ...database, missing: 2 } }, /not applied: 2/],
  ['too many connections', { poolSize: 96 }, /100 connections and one process may open 96/],
  ['no admin', { database: { ...database, admins: 0 } }, /grant EMAIL --admin/],
  ['a clock beside the database', { database: { ...database, ahead: -61_000 } }, /differ by 61 s/],
  [
    'a clock in the past',
    { database: { ...database, future: 3_600_000 } },
    /stands before things that have happened/,
  ],
  ['a full disk', { folder: { ...fine.folder, free: 321e6 } }, /has 321 MB left/],
  ['a secret others read', { folder: { ...fine.folder, isSecretOpen: true } }, /chmod 600/],
  ['a secret others guess', { secret: 'secretsecretsecretsecretsecretsecret' }, /can be guessed/],
]

test.each(mistakes)('%s is said in one sentence, with what to do', (_, seen, sentence) => {
  const found = findMistakes({ ...fine, ...seen })
  expect(found).toEqual([expect.stringMatching(sentence)])
  expect(found[0]).toMatch(/[.”]$/)
})
