import { readdirSync, readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import ICAL from 'ical.js'
import { createTransport } from 'nodemailer'
import PostalMime, { type Email } from 'postal-mime'
import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { hostileTexts } from '@/prisma/factories/hostile-texts'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeOwner } from '@/prisma/factories/team'
import { attendeeFilter } from '../attendees/schema'
import { db } from '../db/client'
import { parseEventFile } from '../event-files/parse-event-file'
import { writeEventFile } from '../event-files/write-event-file'
import { getEventFor } from '../events/queries'
import { drawPdf } from '../exports/draw-pdf'
import { exportList } from '../exports/export-list'
import { canDraw, inLines, loadFonts } from '../exports/pdf-fonts'
import type { ExportFormat } from '../exports/schema'
import { writeSheet } from '../exports/write-sheet'
import type { OrganizerKey } from '../keys'
import { writeMessage } from '../mail/write-message'
import { getMailFacts } from '../registrations/queries'
import { readForm } from '../registrations/read-form'
import { seal } from '../tokens'
import { composers } from './mails'

useTestDatabase()

const texts = Object.entries(hostileTexts)
let event: MadeEvent
let key: OrganizerKey
beforeAll(async () => {
  event = await makeEvent()
  key = (await makeOwner(event)).key
  // As if no form had looked at it: an import of old, or somebody at the database.
  for (const [at, [, text]] of texts.entries()) await makeRegistration(event, worn(text, at))
})

const worn = (text: string, at: number) => ({
  ...{ name: text, organization: text, accessibility: text, allergies: text },
  email: `${String(at).padStart(3, '0')}@example.org`,
})

test.each(texts)('%s: a form keeps it as one visible line, or says what is wrong with it', (_, text) => {
  const given = { name: [text], organization: [text], email: ['ada@example.org'] }
  const read = readForm({ ...given, presence: ['on_site'], photo: ['fine'], submissionId: [''] })
  if (read.ok) expect(read.input.name).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u)
  else expect(Object.keys(read.problems).sort()).toEqual(['name', 'organization'])
})

test.each(['confirmed', 'reminder', 'transfer_offered'])('in a mail, %s, each stays a name', async (kind) => {
  const usual = await mailOf(kind, 'Ada Sample')
  for (const [what, text] of texts) {
    const mail = await mailOf(kind, text)
    expect(mail.headers.map(({ key }) => key)).toEqual(usual.headers.map(({ key }) => key))
    expect(mail.to, what).toEqual([{ name: expect.any(String), address: 'ada@example.org' }])
    expect([mail.cc, mail.bcc, mail.attachments.length], what).toEqual([
      ...[usual.cc, usual.bcc, usual.attachments.length],
    ])
    expect(tagsOf(mail.html!), what).toEqual(tagsOf(usual.html!))
    expect(linksOf(mail.text!), what).toEqual(linksOf(usual.text!))
    const said = `${mail.subject}${mail.to![0]!.name}${mail.text}`.replaceAll('\n', '')
    expect(said, what).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u)
  }
})

test.each(texts)(
  '%s is the title and the place of an entry in a calendar, and nothing else',
  async (_, text) => {
    const own = await makeEvent({ title: text, venueName: text, venueAddress: text })
    const { id } = await makeRegistration(own)
    const { facts } = await getMailFacts(db(), id)
    const { calendar } = composers.confirmed!(rowFor('confirmed', 'Ada', facts))
    const read = new ICAL.Component(ICAL.parse(calendar!.text))
    const entries = read.getAllSubcomponents('vevent')
    expect(entries).toHaveLength(1)
    expect(read.getAllSubcomponents()).toHaveLength(1)
    expect(letters(new ICAL.Event(entries[0]!).summary ?? '')).toBe(letters(text))
    expect(calendar!.filename).toBe(`${own.slug}.ics`)
  },
)

test('a list has a row for each and a cell for each, all of them text', async () => {
  const names = texts.map(([, text]) => text)
  const csv = parse(await listAs('csv'), { bom: true, columns: true }) as Record<string, string>[]
  expect(csv.map(({ name }) => plain(name!))).toEqual(names.map(plain))
  for (const row of csv)
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)

  const [header, ...rows] = (await readXlsx(await listAs('xlsx'))).sheets[0]!.rows as string[][]
  expect(rows.map((row) => letters(row[header!.indexOf('name')]!))).toEqual(names.map(letters))
  for (const cell of rows.flat()) expect(typeof cell).toBe('string')

  const json = JSON.parse(String(await listAs('json'))) as Record<string, unknown>[]
  expect(json.map(({ name }) => name)).toEqual(names)
})

test('each is drawn on paper as letters, or nothing is', async () => {
  const draw = (text: string, rows: string[][]) =>
    drawPdf({
      kind: 'table',
      title: 'Check-in',
      event: text,
      note: text,
      page: 'Page',
      headings: ['Name'],
      rows,
    })
  await loadFonts()
  const rows = texts.map(([, text]) => [text])
  const drawable = rows.filter(([text]) => canDraw(inLines(text!)))
  expect(drawable.length).toBeGreaterThan(15)
  const drawn = await draw(hostileTexts.script!, drawable)
  if (!drawn.ok) throw new Error(drawn.refusal)
  expect(drawn.value.toString('latin1')).not.toMatch(
    /\/(JS|JavaScript|URI|Launch|OpenAction|AA|EmbeddedFile)\b/,
  )
  expect(await draw('Spring', rows)).toEqual({ ok: false, refusal: 'letters' })
})

test.each(texts)('%s is read from the file of an event as it was written, or refused', (_, text) => {
  const start = {
    slug: 'spring',
    timezone: 'Europe/Berlin',
    starts: '2027-04-16T09:30',
    ends: '2027-04-16T19:00',
  }
  const parsed = parseEventFile(JSON.stringify({ ...start, title: text, summary: text, description: text }))
  if (!parsed.ok) return expect(parsed.problems.length).toBeGreaterThan(0)
  expect(parseEventFile(writeEventFile(parsed.file))).toEqual(parsed)
})

test('no file is called what somebody wrote', () => {
  const named = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => readFileSync(`app/${file}`, 'utf8').match(/.*content-disposition.*/gi) ?? [])
  expect(named.length).toBeGreaterThan(4)
  for (const line of named) expect(line).toMatch(/filename="\$\{[\w.]*slug\}/)
})

const rowFor = (kind: string, toName: string, facts: object) => ({
  ...{ id: 'a', kind, registrationId: null, eventId: event.id, createdAt: new Date(), facts },
  ...{ toName, toAddress: 'ada@example.org', language: 'en' as const, sealed: seal('mail', 'x') },
})

async function mailOf(kind: string, name: string): Promise<Email> {
  const { id } = await db().registration.findFirstOrThrow({ where: { eventId: event.id } })
  const { facts } = await getMailFacts(db(), id)
  const said = {
    ...facts,
    name,
    organization: name,
    until: '2027-04-01T10:00:00Z',
    startsAt: facts.event.startsAt,
  }
  const row = rowFor(kind, name, said)
  const transport = createTransport({ streamTransport: true, buffer: true })
  const { message } = await transport.sendMail(await writeMessage(row, composers, null))
  return await PostalMime.parse(message as Buffer)
}

async function listAs(format: ExportFormat): Promise<Buffer> {
  const wish = { filter: attendeeFilter.parse({}) }
  const list = await exportList(key, { list: 'attendees', format }, wish, await getEventFor(key), 'en')
  if (!list.ok) throw new Error(list.refusal)
  return await buffer(writeSheet[format as 'csv'](list.value, 'Attendees'))
}

const tagsOf = (html: string) => html.match(/<[^>]+>/g)!.map((tag) => tag.replace('700 24px', '700 34px'))
const linksOf = (text: string) =>
  text.match(/\w+:\/\/\S*|\bwww\.\S*|\bmailto:\S*|[\w.]+@[\w.]+|\b\w+\.(?:com|example)\b/gi) ?? []
const letters = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, '')
// A spreadsheet takes what a quote stands before as text.
const plain = (text: string) => text.replaceAll("'", '')
