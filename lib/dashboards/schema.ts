import type { dietWords, presenceWords, statuses } from '@/lib/attendees/schema'

export type PeopleFigures = {
  status: Record<(typeof statuses)[number], number>
  confirmed: Record<(typeof presenceWords)[number], number>
  noCamera: number
  photoNotAsked: number
  /** Who said that they still come, and how many were ever asked. */
  stillComing: number
  askedStillComing: number
}

type Diets = Partial<Record<(typeof dietWords)[number], number>>

/**
 * How many of one dish go to confirmed people and, on top of those, to the team, and to whom who told which diet; a
 * person with two is counted in each. The kitchen makes `people + team`.
 */
export type MealFigure = {
  mealId: string
  optionId: string
  people: number
  diets: Diets
  team: number
  teamDiets: Diets
}

/** Who waits for a place that can run out, by its pool. */
export type LineFigures = Record<string, number>
