import 'server-only'
import { type Context, checkOrder, readTime, withKeys } from './check-entries'
import type { Diet, FileMeal, WrittenEventFile } from './schema'
import { diets } from './schema'

export function completeMeals(context: Context, meals: WrittenEventFile['meals']): FileMeal[] {
  return withKeys(context, ['meals'], meals, (meal) => meal.title).map((meal, index) => {
    const times = {
      starts: readTime(context, ['meals', index, 'starts'], meal.starts),
      ends: readTime(context, ['meals', index, 'ends'], meal.ends),
    }
    checkOrder(context, ['meals', index, 'ends'], times.starts, times.ends)
    const options = meal.options.map((option) =>
      typeof option === 'string'
        ? { name: option, diet: dietsNamedBy(option), choices: [] }
        : { ...option, diet: option.diet.map((word) => word.replace('-', '_') as Diet) },
    )
    const unique = options.map((option) => ({
      ...option,
      diet: diets.filter((diet) => option.diet.includes(diet)),
    }))
    return {
      ...meal,
      ...times,
      options: withKeys(context, ['meals', index, 'options'], unique, (option) => option.name),
    }
  })
}

/** "vegan" and "vegan, gluten-free" are diets; "vegan sweets" is a dish, and dishes say their diets themselves. */
function dietsNamedBy(text: string): Diet[] {
  const words = text.toLowerCase().split(/\s*(?:[,/&+]|\band\b)\s*/)
  const named = words.map((word) => word.replace(/[\s-]/g, '_'))
  return named.every((word) => diets.some((diet) => diet === word)) ? (named as Diet[]) : []
}
