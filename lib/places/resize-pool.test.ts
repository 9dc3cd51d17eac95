import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { holdClaim } from './hold-claim'
import { lockPools } from './lock-pools'
import { releasePlaces } from './release-places'
import { resizePool } from './resize-pool'

useTestDatabase()

test('lowering evicts nobody and lets nobody in until enough have gone', async () => {
  const { resize, release, admit, stand } = await hallOf(3)
  expect(await resize(1)).toEqual({ size: 1, ceiling: 3, taken: 3 })
  expect(await admit()).toBe(false)
  await release()
  await release()
  expect(await stand()).toEqual({ size: 1, ceiling: 1, taken: 1 })
  expect(await admit()).toBe(false)
  await release()
  expect(await admit()).toBe(true)
  expect(await stand()).toEqual({ size: 1, ceiling: 1, taken: 1 })
})

test('raising admits nobody by itself, and exactly as many as there are places', async () => {
  const { resize, admit } = await hallOf(1)
  expect(await resize(2)).toEqual({ size: 2, ceiling: 2, taken: 1 })
  expect([await admit(), await admit()]).toEqual([true, false])
})

test('a limit can go and come back', async () => {
  const { resize, admit } = await hallOf(1)
  expect(await resize(null)).toEqual({ size: null, ceiling: null, taken: 1 })
  expect([await admit(), await admit()]).toEqual([true, true])
  expect(await resize(0)).toEqual({ size: 0, ceiling: 3, taken: 3 })
})

test('twice the same is once', async () => {
  const { resize } = await hallOf(2)
  expect(await resize(1)).toEqual(await resize(1))
})

test('two who take the last place at once: one holds it', async () => {
  const { resize, admit } = await hallOf(1)
  await resize(2)
  expect((await Promise.all([admit(), admit(), admit()])).filter(Boolean)).toHaveLength(1)
})

test.each([
  ['one more than the ceiling', 'taken = ceiling + 1'],
  ['fewer than nobody', 'taken = -1'],
  ['a ceiling under the size', 'size = ceiling + 1'],
  ['a size below nothing', 'size = -1'],
  ['a limit in one of both only', 'ceiling = NULL'],
])('whoever forgets to look is refused by the database itself: %s', async (_, change) => {
  const { eventId, stand } = await hallOf(2)
  const before = await stand()
  const forgetful = db().$executeRawUnsafe(
    `UPDATE pool SET ${change} WHERE kind = 'on_site' AND event_id = '${eventId}'`,
  )
  await expect(forgetful).rejects.toThrow(/pool_(never_oversold|ceiling_covers_size)/)
  expect(await stand()).toEqual(before)
})

/** A full hall, a door that releases one person, and one that lets the next of an endless line in if it can. */
async function hallOf(people: number) {
  const event = await makeEvent({ onSite: people })
  const inside: string[] = []
  for (let person = 0; person < people; person++) inside.push((await makeRegistration(event)).id)
  const { id: poolId, eventId } = event.onSite
  const stand = () =>
    db().pool.findUnique({ where: { id: poolId }, select: { size: true, ceiling: true, taken: true } })
  const resize = async (size: number | null) => {
    await db().$transaction(async (tx) => {
      await lockPools(tx, eventId)
      await resizePool(tx, poolId, size)
    })
    return await stand()
  }
  const release = () =>
    db().$transaction(async (tx) => {
      await lockPools(tx, eventId)
      await releasePlaces(tx, inside.pop()!)
    })
  const admit = async () => {
    const { id } = await makeRegistration(event, { status: 'waitlisted' })
    const claim = await db().claim.findFirstOrThrow({ where: { registrationId: id } })
    return await db().$transaction(async (tx) => {
      await lockPools(tx, eventId)
      return await holdClaim(tx, claim.id)
    })
  }
  return { eventId, stand, resize, release, admit }
}
