import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { db } from '@/lib/db/client'
import { findMadeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import type { OrganizerKey } from '../keys'
import { applyEventFile } from './apply-event-file'
import { checkBeforePublishing } from './check-before-publishing'
import { checkFile } from './check-file'
import { looksSecret } from './find-secrets'
import { foreseeStatus } from './foresee-status'
import { getEventFile } from './queries'
import type { EventFile } from './schema'
import { setStatus } from './set-status'

useTestDatabase()

let made = 0
function fileOf(changes: Record<string, unknown> = {}): EventFile {
  made += 1
  const needed = { title: 'Hack Day', slug: `status-${made}`, timezone: 'Europe/Berlin' }
  const times = { starts: '2031-04-16T09:30', ends: '2031-04-17T19:00' }
  const contacts = [{ role: 'host', email: 'host@example.org' }]
  const checked = checkFile({ ...needed, ...times, contacts, ...changes }, 'en')
  if (!checked.ok) throw new Error(JSON.stringify(checked.mistakes))
  return checked.file
}
async function stored(changes: Record<string, unknown> = {}, publish = false) {
  const { eventId } = await applyEventFile(fileOf(changes), { publish })
  const user = await makeUser({ roles: { [eventId!]: 'owner' } })
  const key = { eventId: eventId!, userId: user.id, role: 'owner' } as OrganizerKey
  const revision = async () => (await getEventFile(key)).event.revision
  return { key, revision, status: async () => (await getEventFile(key)).file.status }
}
const doubts = (changes: Record<string, unknown>, now = new Date('2031-01-01')) =>
  checkBeforePublishing(fileOf(changes), now).map(({ word, isFatal, title, at }) => [
    word,
    isFatal,
    title,
    at,
  ])

describe('where an event stands', () => {
  it('is published once, by a person whom history names', async () => {
    const { key, revision, status } = await stored()
    expect(await setStatus(key, 'published', { expectedRevision: await revision() })).toMatchObject({
      ok: true,
    })
    expect(await status()).toBe('published')
    await setStatus(key, 'published', { expectedRevision: await revision() })
    const acts = await db().historyEntry.findMany({ where: { eventId: key.eventId, act: 'published_event' } })
    expect(acts.map(({ actorId }) => actorId)).toEqual([key.userId])
  })

  it('is not published over a doubt that nobody has read, and never without somebody to ask', async () => {
    const doubtful = await stored({ summary: 'WLAN password: hunter22' })
    const wish = { expectedRevision: await doubtful.revision() }
    expect(await setStatus(doubtful.key, 'published', wish)).toEqual({ ok: false, refusal: 'not_ready' })
    expect(await setStatus(doubtful.key, 'published', { ...wish, isSure: true })).toMatchObject({ ok: true })
    const lonely = await stored({ contacts: [] })
    const sure = { expectedRevision: await lonely.revision(), isSure: true }
    expect(await setStatus(lonely.key, 'published', sure)).toEqual({ ok: false, refusal: 'not_ready' })
    expect(await lonely.status()).toBe('draft')
  })

  it('is taken back only while nobody is registered', async () => {
    const { key, revision, status } = await stored({}, true)
    const person = await makeRegistration(await findMadeEvent(key.eventId))
    expect(await setStatus(key, 'draft', { expectedRevision: await revision() })).toEqual({
      ok: false,
      refusal: 'somebody_registered',
    })
    await db().registration.update({
      where: { id: person.id },
      data: { status: 'cancelled', cancelReason: 'person' },
    })
    expect(await setStatus(key, 'draft', { expectedRevision: await revision() })).toMatchObject({ ok: true })
    expect(await status()).toBe('draft')
  })

  it('is called off with one mail to each, counted before, and revived with another', async () => {
    const { key, revision } = await stored({}, true)
    const event = await findMadeEvent(key.eventId)
    for (const name of ['Ada', 'Ben']) await makeRegistration(event, { name })
    expect(await foreseeStatus(key, await getEventFile(key))).toEqual({ live: 2, concerned: 2 })
    const expectedRevision = await revision()
    const both = await Promise.all(
      [1, 2].map(() => setStatus(key, 'cancelled', { expectedRevision, notify: true })),
    )
    expect(both.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { told: 2 } }])
    expect(both).toContainEqual({ ok: false, refusal: 'changed_meanwhile' })
    const kinds = async () =>
      (
        await db().outboxMail.findMany({ where: { eventId: key.eventId }, orderBy: { createdAt: 'asc' } })
      ).map(({ kind }) => kind)
    expect(await kinds()).toEqual(['event_cancelled', 'event_cancelled'])
    await setStatus(key, 'published', { expectedRevision: await revision(), notify: true })
    expect((await kinds()).slice(2)).toEqual(['event_changed', 'event_changed'])
  })
})

describe('what is looked at before publishing', () => {
  it('finds nothing in an event that is well', () => {
    const nights = { '2031-04-15': 5, '2031-04-16': 5, '2031-04-17': 2 }
    const contingent = { mode: 'on_account', release: '2031-04-01' }
    expect(
      doubts({ hotels: [{ name: 'Inn', contingent, room_types: [{ name: 'Single', nights }] }] }),
    ).toEqual([])
  })

  it('finds what is past, what is missing and what lies beside the event', () => {
    expect(doubts({}, new Date('2031-05-01'))).toEqual([['ended', true, '', '2031-04-17T19:00']])
    expect(doubts({ contacts: [] })).toEqual([['no_contact', true, '', '']])
    expect(doubts({ timezone: 'UTC', venue: { name: 'Town hall' } })).toEqual([
      ['zone', false, 'Town hall', 'UTC'],
    ])
    const nights = { '2031-04-13': 1, '2031-04-16': 5, '2032-04-16': 5 }
    const contingent = { mode: 'on_account', release: '2031-04-20' }
    expect(
      doubts({ hotels: [{ name: 'Inn', contingent, room_types: [{ name: 'Single', nights }] }] }),
    ).toEqual([
      ['late_release', false, 'Inn', '2031-04-20'],
      ['far_night', false, 'Inn', '2031-04-13'],
      ['far_night', false, 'Inn', '2032-04-16'],
    ])
    const arrival = 'Ring twice. Das WLAN-Passwort lautet kaffee123.'
    expect(doubts({ venue: { name: 'Town hall', arrival } })).toEqual([
      ['secret', false, 'venue.arrival', ''],
    ])
  })

  it.each([
    ['https://meet.example.org/x?pwd=abc123', true],
    ['API key: 12ab34', true],
    ['The password is kaffee7', true],
    ['ghp_0123456789abcdefghijABCDEFGHIJ', true],
    ['https://ada:secret9@example.org', true],
    ['Your password is never asked for here.', false],
    ['Tokens of appreciation; keys at the desk.', false],
    ['https://example.org/a/very-long-address-without-anything-to-hide', false],
  ])('%s looks like a secret: %s', (text, expected) => {
    expect(looksSecret(text)).toBe(expected)
  })
})
