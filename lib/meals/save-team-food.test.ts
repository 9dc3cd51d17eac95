import { beforeEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeOwner, makeUser } from '@/prisma/factories/team'
import { countMeals } from '../dashboards/count-meals'
import { db } from '../db/client'
import type { OwnerKey, StaffKey } from '../keys'
import { removeMember } from '../team/remove-member'
import { findTeamFood, listPublicMeals, listTeamFood } from './queries'
import { readTeamFood } from './rules'
import { saveTeamFood } from './save-team-food'

useTestDatabase()

let event: MadeEvent
let key: OwnerKey
let door: StaffKey
beforeEach(async () => {
  event = await makeEvent({
    meals: [{ key: 'lunch', title: 'Lunch', options: [{ key: 'chili', name: 'Chili' }] }],
  })
  key = (await makeOwner(event)).key
  const { id: userId } = await makeUser({ roles: { [event.id]: 'check_in' } })
  door = { eventId: event.id, userId, tokenId: null } as StaffKey
})

test('the team is counted in the kitchen beside the attendees, with its diets, and takes no portion', async () => {
  const { mealId, optionId } = lunch()
  await makeRegistration(event, { diet: ['vegan'], mealChoices: [{ mealId, optionId }] })
  const before = await db().pool.findMany({ where: { eventId: event.id }, orderBy: { id: 'asc' } })
  const food = { diet: ['vegan', 'halal'] as const, meals: [{ mealId, optionId, choice: null }] }
  expect((await saveTeamFood(key, { ...food, diet: [...food.diet] })).ok).toBe(true)
  expect((await saveTeamFood(door, { ...food, diet: [] })).ok).toBe(true)
  expect(await countMeals(key)).toEqual([
    {
      mealId,
      optionId,
      people: 1,
      diets: { vegan: 1 },
      team: 2,
      teamDiets: { vegan: 1, halal: 1, unsaid: 1 },
    },
  ])
  expect(await listTeamFood(key)).toHaveLength(2)
  expect(await db().pool.findMany({ where: { eventId: event.id }, orderBy: { id: 'asc' } })).toEqual(before)
  const lines = await db().historyEntry.findMany({
    where: { act: 'said_what_they_eat', actorId: key.userId },
  })
  expect(lines).toMatchObject([{ subjectId: key.userId, facts: {} }])
})

test('what was said again replaces what was said before, and goes with the member', async () => {
  const { mealId, optionId } = lunch()
  await saveTeamFood(door, { diet: ['vegan'], meals: [{ mealId, optionId, choice: null }] })
  await saveTeamFood(door, { diet: ['kosher'], meals: [] })
  expect(await findTeamFood(door)).toEqual({ diet: ['kosher'], meals: [] })
  await saveTeamFood(door, { diet: [], meals: [{ mealId, optionId, choice: null }] })
  await removeMember(key, door.userId)
  expect(await countMeals(key)).toEqual([])
  expect(await listTeamFood(key)).toEqual([])
})

test('nobody eats who is in no team, and nothing that is not offered here', async () => {
  const { mealId, optionId } = lunch()
  const admin = { ...key, userId: (await makeUser({ isAdmin: true })).id } as OwnerKey
  expect(await saveTeamFood(admin, { diet: [], meals: [] })).toEqual({ ok: false, refusal: 'not_in_team' })
  const other = await makeEvent({
    meals: [{ key: 'dinner', title: 'Dinner', options: [{ key: 'soup', name: 'Soup' }] }],
  })
  const theirs = { mealId: other.meals[0]!.id, optionId: other.meals[0]!.options[0]!.id, choice: null }
  expect(await saveTeamFood(key, { diet: [], meals: [theirs] })).toEqual({ ok: false, refusal: 'gone' })
  expect(await saveTeamFood(key, { diet: [], meals: [{ ...theirs, mealId, optionId }] })).toMatchObject({
    ok: true,
  })
})

test('a form names dishes and their variants by key, and nothing else', async () => {
  await db().menuOption.updateMany({ where: { eventId: event.id }, data: { choices: ['tofu', 'egg'] } })
  const meals = await listPublicMeals({ id: event.id, revision: -1 })
  const { mealId, optionId } = lunch()
  const read = (values: Record<string, string[]>) => readTeamFood(values, meals)
  expect(read({ 'meal.lunch': ['chili: egg'], diet: ['vegan'] })).toEqual({
    diet: ['vegan'],
    meals: [{ mealId, optionId, choice: 'egg' }],
  })
  expect(read({ 'meal.lunch': [''] })).toEqual({ diet: [], meals: [] })
  expect(read({ 'meal.lunch': ['chili: ham'] })).toBeNull()
  expect(read({ diet: ['everything'] })).toBeNull()
})

function lunch() {
  const [{ id: mealId, options }] = event.meals as [MadeEvent['meals'][number]]
  return { mealId, optionId: options[0]!.id }
}
