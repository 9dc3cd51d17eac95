import 'server-only'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey, StaffKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { holdsMember } from '../team/queries'
import type { TeamFood, TeamFoodRefusal } from './schema'

/**
 * What somebody of the team eats, in the place of what they said before. It takes no portion from the attendees: the
 * kitchen cooks it on top. What they may not eat stays out of history. Refused for whoever is in no team, such as an
 * admin, and for dishes that are not offered any more.
 */
export async function saveTeamFood(
  { eventId, userId }: StaffKey | OrganizerKey,
  { diet, meals }: TeamFood,
): Promise<Result<null, TeamFoodRefusal>> {
  const mine = { eventId, userId }
  return await db().$transaction(async (tx) => {
    if (!(await holdsMember(tx, mine))) return refused('not_in_team')
    const options = meals.map(({ optionId, mealId }) => ({ id: optionId, mealId, eventId }))
    if ((await tx.menuOption.count({ where: { OR: options } })) !== meals.length) return refused('gone')
    await tx.teamDiet.upsert({
      where: { eventId_userId: mine },
      create: { ...mine, diet },
      update: { diet },
    })
    await tx.teamMeal.deleteMany({ where: mine })
    await tx.teamMeal.createMany({ data: meals.map((eaten) => ({ ...mine, ...eaten })) })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'said_what_they_eat',
      subject: 'user',
      subjectId: userId,
    })
    return ok(null)
  })
}
