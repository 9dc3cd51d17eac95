import { getTranslations } from 'next-intl/server'
import { foodRefusal } from '@/components/team/team-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { getEventFor } from '@/lib/events/queries'
import type { OrganizerKey, StaffKey } from '@/lib/keys'
import { listPublicMeals } from '@/lib/meals/queries'
import { readTeamFood } from '@/lib/meals/rules'
import { saveTeamFood } from '@/lib/meals/save-team-food'
import { refused } from '@/lib/result'

/** Keeps what somebody of the team eats, wherever they say it; null once it is kept. */
export async function keepFood(key: StaffKey | OrganizerKey, data: FormData): Promise<FormState | null> {
  const values = readValues(data)
  const food = readTeamFood(values, await listPublicMeals(await getEventFor(key)))
  const saved = food ? await saveTeamFood(key, food) : refused('gone' as const)
  if (saved.ok) return null
  return { values, fieldErrors: {}, formError: foodRefusal(await getTranslations('team'), saved.refusal) }
}
