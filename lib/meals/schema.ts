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
