import { beforeEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { db } from '../db/client'
import { newId } from '../ids'
import type { OrganizerKey } from '../keys'
import { findOwnWords } from './list-mail-texts'
import { stateOfWords } from './rules'
import { saveOwnWords } from './save-own-words'
import type { OwnWordsByLanguage } from './schema'

useTestDatabase()

let event: MadeEvent
let key: OrganizerKey
beforeEach(async () => {
  event = await makeEvent()
  key = { eventId: event.id, userId: newId(), role: 'organizer' } as OrganizerKey
})

const nothing = stateOfWords({})
const words: OwnWordsByLanguage = { en: { subject: 'See you', opening: null } }

test('an event says in its own words what it likes, and the history knows who wrote which part', async () => {
  expect(await saveOwnWords(key, 'confirmed', words, nothing)).toEqual({ ok: true, value: { isNew: true } })
  expect(await findOwnWords(key, 'confirmed', 'en')).toMatchObject({ subject: 'See you', opening: null })
  expect(await findOwnWords(key, 'confirmed', 'de')).toBeNull()
  expect(await findOwnWords(key, 'promoted', 'en')).toBeNull()
  expect(await historyOf(event)).toMatchObject([
    { act: 'mail_words_saved', actorId: key.userId, facts: { kind: 'confirmed', fields: ['en.subject'] } },
  ])
})

test('the same again changes nothing, also from a page that is old by now', async () => {
  await saveOwnWords(key, 'confirmed', words, nothing)
  expect(await saveOwnWords(key, 'confirmed', words, nothing)).toEqual({ ok: true, value: { isNew: false } })
  expect(await historyOf(event)).toHaveLength(1)
})

test('empty words are the house’s again', async () => {
  await saveOwnWords(key, 'confirmed', words, nothing)
  await saveOwnWords(key, 'confirmed', { en: { subject: null, opening: null } }, stateOfWords(words))
  expect(await db().mailText.count({ where: { eventId: event.id } })).toBe(0)
})

test('who saves second is told, and nothing is overwritten', async () => {
  await saveOwnWords(key, 'confirmed', words, nothing)
  const later: OwnWordsByLanguage = { en: { subject: 'Mine', opening: null } }
  expect(await saveOwnWords(key, 'confirmed', later, nothing)).toEqual({
    ok: false,
    refusal: 'changed_meanwhile',
  })
  expect((await findOwnWords(key, 'confirmed', 'en'))!.subject).toBe('See you')
  expect((await saveOwnWords(key, 'confirmed', later, stateOfWords(words))).ok).toBe(true)
})

test('of several at once one is kept', async () => {
  const answers = await Promise.all(
    ['One', 'Two', 'Three', 'Four'].map((subject) =>
      saveOwnWords(key, 'confirmed', { de: { subject, opening: null } }, nothing),
    ),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await historyOf(event)).toHaveLength(1)
})

test('the words of one event are not those of another', async () => {
  await saveOwnWords(key, 'confirmed', words, nothing)
  const other = { ...key, eventId: (await makeEvent()).id } as OrganizerKey
  expect(await findOwnWords(other, 'confirmed', 'en')).toBeNull()
})

test('the database keeps no words that say nothing, and no subject of two lines', async () => {
  const data = { eventId: event.id, kind: 'confirmed', language: 'en' }
  await expect(db().mailText.create({ data })).rejects.toThrow(/says_something/)
  await expect(db().mailText.create({ data: { ...data, subject: 'a\nBcc: b' } })).rejects.toThrow(/sensible/)
})

const historyOf = ({ id }: MadeEvent) => db().historyEntry.findMany({ where: { eventId: id } })
