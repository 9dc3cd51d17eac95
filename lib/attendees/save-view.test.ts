import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import type { OrganizerKey } from '../keys'
import { chooseColumns } from './choose-columns'
import { dropView } from './drop-view'
import { listViews, readColumns } from './queries'
import { saveView } from './save-view'
import { defaultColumns } from './schema'

useTestDatabase()

const keyTo = async (eventId: string, role = 'organizer') =>
  ({ eventId, userId: (await makeUser()).id, role }) as OrganizerKey
const vegans = { name: 'Vegans', isShared: false, query: 'diet=vegan', columns: ['diet' as const] }

test('a view is one’s own until it is shared; the same name is the same view, and owners clear up', async () => {
  const event = await makeEvent()
  const [ada, bo, owner] = [await keyTo(event.id), await keyTo(event.id), await keyTo(event.id, 'owner')]
  await Promise.all([saveView(ada, vegans), saveView(bo, vegans)])
  expect(await listViews(ada)).toMatchObject([{ name: 'Vegans', isMine: true, columns: ['diet'] }])
  const again = await saveView(ada, { ...vegans, isShared: true, query: 'diet=vegan&sort=name' })
  expect(await listViews(ada)).toHaveLength(1)
  expect(await listViews(bo)).toHaveLength(2)
  const id = again.ok ? again.value.id : ''
  expect(await dropView(bo, id)).toEqual({ ok: false, refusal: 'unknown_view' })
  expect(await dropView(await keyTo((await makeEvent()).id, 'owner'), id)).toMatchObject({ ok: false })
  expect(await dropView(owner, id)).toMatchObject({ ok: true })
  expect(await dropView(ada, id)).toMatchObject({ ok: false })
  expect(await listViews(ada)).toEqual([])
  const acts = await db().historyEntry.findMany({ where: { eventId: event.id, subjectId: id } })
  expect(acts.map(({ act }) => act).toSorted()).toEqual(['view_dropped', 'view_saved', 'view_saved'])
})

test('fifty views are enough, but each can still be saved anew', async () => {
  const key = await keyTo((await makeEvent()).id)
  for (let at = 0; at < 50; at++) await saveView(key, { ...vegans, name: `View ${at}` })
  expect(await saveView(key, vegans)).toEqual({ ok: false, refusal: 'too_many_views' })
  expect(await saveView(key, { ...vegans, name: 'View 7' })).toMatchObject({ ok: true })
})

test('columns are remembered for a person and an event', async () => {
  const [here, there] = [await makeEvent(), await makeEvent()]
  const ada = await keyTo(here.id)
  expect(await readColumns(ada)).toEqual(defaultColumns)
  await chooseColumns(ada, ['diet', 'answer.size'])
  await chooseColumns(ada, ['email'])
  expect(await readColumns(ada)).toEqual(['email'])
  expect(await readColumns({ ...ada, eventId: there.id } as OrganizerKey)).toEqual(defaultColumns)
})
