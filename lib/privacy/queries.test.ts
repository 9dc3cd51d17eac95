import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import { leaveTraces } from '@/prisma/factories/traces'
import { db } from '../db/client'
import { newId } from '../ids'
import type { AttendeeKey } from '../keys'
import { fieldNames, register } from './fields'
import { getMyData } from './queries'

useTestDatabase()

test('whoever asks for their data gets what organizers noted about them, and of nobody else', async () => {
  const event = await makeEvent()
  const { id: authorId } = await makeUser()
  const [me, other] = [await makeRegistration(event), await makeRegistration(event)]
  for (const { id: registrationId } of [me, other])
    await db().attendeeNote.create({
      data: {
        ...{ id: newId(), eventId: event.id, registrationId, authorId, createdAt: new Date() },
        text: `About ${registrationId}`,
      },
    })
  await db().attendeeTag.create({ data: { eventId: event.id, registrationId: me.id, tag: 'speaker' } })
  const data = await getMyData({ eventId: event.id, registrationId: me.id } as AttendeeKey)
  expect(data.notes.map(({ text }) => text)).toEqual([`About ${me.id}`])
  expect(data.tags).toEqual(['speaker'])
})

test('the download has every field of the register under the keys that it names, with what was said', async () => {
  const { ada } = await leaveTraces('zqmine')
  const data = JSON.parse(JSON.stringify(await getMyData(ada)))
  const missing = fieldNames.flatMap((name) => {
    const { of, download } = register[name]
    if (of || download === 'no') return []
    if (!download?.length) return [`${name}: say under which keys, or why not`]
    return download.filter((path) => !has(data, path))
  })
  expect(missing).toEqual([])
  for (const part of [data.registration, data.stay, data.notes, data.handouts, data.links, data.mails])
    expect(JSON.stringify(part)).toContain('zqmine')
})

/** Whether a key is there at the end of a path, be it null. */
function has(data: object, path: string): boolean {
  let found: unknown = data
  for (const key of path.split('.')) {
    if (typeof found !== 'object' || found === null || !(key in found)) return false
    found = (found as Record<string, unknown>)[key]
  }
  return true
}
