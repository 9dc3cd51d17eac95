import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { eraseDueCommand } from './erase-due-command'

useTestDatabase()

let said = ''
beforeEach(() => {
  said = ''
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said += text
      return true
    })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test('says what it would erase and does nothing, then does it, then has nothing to do', async () => {
  const event = await makeEvent()
  for (const allergies of ['nuts', 'soy']) await makeRegistration(event, { allergies })
  vi.useFakeTimers({ now: event.endsAt.getTime() + 8 * 86_400_000, toFake: ['Date'] })
  const notes = () => db().allergyNote.count()
  expect([await eraseDueCommand(['--dry-run']), said, await notes()]).toEqual([
    ...[0, `Would erase allergies of ${event.slug}: 2\n`, 2],
  ])
  said = ''
  expect([await eraseDueCommand([]), said, await notes()]).toEqual([
    ...[0, `Erased allergies of ${event.slug}: 2\n`, 0],
  ])
  said = ''
  expect([await eraseDueCommand([]), said]).toEqual([0, 'Nothing is due.\n'])
})

test('a word that it does not know changes nothing', async () => {
  expect([await eraseDueCommand(['--now']), said]).toEqual([2, 'erase-due knows --dry-run, not “--now”.\n'])
})
