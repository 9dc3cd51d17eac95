import type { useTranslations } from 'next-intl'
import type { TeamFoodRefusal } from '@/lib/meals/schema'
import type { ChangeRoleRefusal, InviteMemberRefusal, SendInvitationRefusal } from '@/lib/team/schema'
import type de from '@/messages/de.json'
import type en from '@/messages/en.json'

export type TeamFormRefusal = ChangeRoleRefusal | InviteMemberRefusal | SendInvitationRefusal

type Words = (typeof en & typeof de)['team']

// A new refusal without words in both languages does not compile.
const said = (words: Words) => ({
  team: words.refusals satisfies Record<TeamFormRefusal, string>,
  food: words.food.refusals satisfies Record<TeamFoodRefusal, string>,
})
type Said = ReturnType<typeof said>

export const teamRefusal = (t: Translate, refusal: keyof Said['team']): string => t(`refusals.${refusal}`)

export const foodRefusal = (t: Translate, refusal: keyof Said['food']): string =>
  t(`food.refusals.${refusal}`)

type Translate = ReturnType<typeof useTranslations<'team'>>
