import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { newId } from '../ids'
import type { OrganizerKey } from '../keys'
import { dropNote } from './drop-note'
import { listNotes, listTags, listTagsOf } from './queries'
import { noteInput, tagsInput } from './schema'
import { setTags } from './set-tags'
import { writeNote } from './write-note'

useTestDatabase()

const keyTo = (eventId: string, role = 'organizer') => ({ eventId, userId: newId(), role }) as OrganizerKey
const actsOn = async (id: string) =>
  (await db().historyEntry.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } })).map(
    ({ act, facts }) => [act, facts],
  )

test('a note has an author and a time, and history knows of it without its words', async () => {
  const event = await makeEvent()
  const { id } = await makeRegistration(event)
  const [ada, bo] = [keyTo(event.id), keyTo(event.id)]
  const written = await writeNote(ada, id, 'Called us.')
  expect(await listNotes(ada, id)).toMatchObject([{ text: 'Called us.', authorId: ada.userId, isMine: true }])
  expect(await listNotes(bo, id)).toMatchObject([{ isMine: false }])
  expect(await actsOn(id)).toEqual([['noted', {}]])
  const stranger = keyTo((await makeEvent()).id)
  expect(await writeNote(stranger, id, 'x')).toEqual({ ok: false, refusal: 'unknown_registration' })
  expect(await listNotes(stranger, id)).toEqual([])
  const noteId = written.ok ? written.value.id : ''
  expect(await dropNote(stranger, noteId)).toEqual({ ok: false, refusal: 'unknown_note' })
  expect(await dropNote(bo, noteId)).toEqual({ ok: false, refusal: 'not_yours' })
  const drops = await Promise.all([dropNote(ada, noteId), dropNote(keyTo(event.id, 'owner'), noteId)])
  expect(drops.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await listNotes(ada, id)).toEqual([])
  expect(await actsOn(id)).toEqual([
    ['noted', {}],
    ['note_dropped', {}],
  ])
})

test('tags are exactly those that were said, each once; the same again is no deed', async () => {
  const event = await makeEvent()
  const { id } = await makeRegistration(event)
  const key = keyTo(event.id)
  await setTags(key, id, ['press', 'speaker'])
  await Promise.all([setTags(key, id, ['speaker', 'vip']), setTags(key, id, ['speaker', 'vip'])])
  expect(await listTagsOf(key, id)).toEqual(['speaker', 'vip'])
  expect(await actsOn(id)).toEqual([
    ['tagged', { added: 2, removed: 0 }],
    ['tagged', { added: 1, removed: 1 }],
  ])
  expect(await listTags(key)).toEqual(['speaker', 'vip'])
  const stranger = keyTo((await makeEvent()).id)
  expect(await setTags(stranger, id, [])).toEqual({ ok: false, refusal: 'unknown_registration' })
  expect(await listTags(stranger)).toEqual([])
})

test('of two who tag somebody at once neither takes away what the other put on', async () => {
  const event = await makeEvent()
  const { id } = await makeRegistration(event)
  const key = keyTo(event.id)
  await setTags(key, id, ['press', 'speaker'])
  const seen = ['press', 'speaker']
  await Promise.all([
    setTags(key, id, ['press', 'speaker', 'vip'], seen),
    setTags(keyTo(event.id), id, ['speaker', 'host'], seen),
  ])
  expect(await listTagsOf(key, id)).toEqual(['host', 'speaker', 'vip'])
  await setTags(key, id, ['press', 'host'], ['host', 'press'])
  expect(await listTagsOf(key, id)).toEqual(['host', 'speaker', 'vip'])
})

test('what is typed is read kindly, and refused where it says nothing or too much', () => {
  expect(tagsInput.parse(' Press,speaker ; press\nspeaker,, two  words')).toEqual([
    'Press',
    'speaker',
    'press',
    'two words',
  ])
  expect(tagsInput.safeParse('x'.repeat(51)).success).toBe(false)
  expect(noteInput.parse(' one\r\ntwo ')).toBe('one\ntwo')
  for (const text of ['  ', 'x'.repeat(2001), 'a\u0000b'])
    expect(noteInput.safeParse(text).success).toBe(false)
})
