import { type Diet, diets, type MealView, type TeamDish, type TeamFood } from './schema'

/** One way to eat a meal, as a form offers it: `curry`, or `curry: tofu` where a dish comes in variants. */
export type DishWay = TeamDish & { value: string; name: string; diet: Diet[] }

/** Every dish of a meal in each of its variants, as a person can choose one. */
export const dishWays = ({ id: mealId, options }: MealView): DishWay[] =>
  options.flatMap(({ id: optionId, key, name, diet, choices }) => {
    const dish = { mealId, optionId, diet }
    if (choices.length === 0) return [{ ...dish, choice: null, value: key, name }]
    return choices.map(
      (choice): DishWay => ({
        ...dish,
        choice,
        value: `${key}: ${choice}`,
        name: `${name}: ${choice}`,
      }),
    )
  })

/** What a form posted about food; null where it names what nobody offers. */
export function readTeamFood(values: Record<string, string[]>, meals: MealView[]): TeamFood | null {
  const told = values.diet ?? []
  const diet = diets.filter((word) => told.includes(word))
  const wanted = meals.flatMap((meal) => {
    const value = values[`meal.${meal.key}`]?.[0]
    return value ? [dishWays(meal).find((way) => way.value === value) ?? null] : []
  })
  if (diet.length !== told.length || wanted.includes(null)) return null
  return {
    diet,
    meals: wanted.map((way) => ({ mealId: way!.mealId, optionId: way!.optionId, choice: way!.choice })),
  }
}
