export const diets = [
  'none',
  'vegetarian',
  'vegan',
  'halal',
  'kosher',
  'gluten_free',
  'lactose_free',
  'nut_free',
  'other',
] as const
export type Diet = (typeof diets)[number]

export type MenuOptionView = {
  id: string
  key: string
  name: string
  diet: Diet[]
  choices: string[]
  poolId: string
}

/** A catered meal with what may be chosen; without options it is served to everybody alike. */
export type MealView = {
  id: string
  key: string
  title: string
  startsAt: Date | null
  endsAt: Date | null
  options: MenuOptionView[]
}

/** What one person of the team eats; `choice` is the variant of a dish that has some. */
export type TeamFood = { diet: Diet[]; meals: TeamDish[] }
export type TeamDish = { mealId: string; optionId: string; choice: string | null }
export type TeamFoodRefusal = 'not_in_team' | 'gone'
