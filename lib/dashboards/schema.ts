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

/** How many of one dish go to people who told this diet; a person with two is counted in each. */
export type MealFigure = {
  mealId: string
  optionId: string
  people: number
  diets: Partial<Record<(typeof dietWords)[number], number>>
}

/** Who waits for a place that can run out, by its pool. */
export type LineFigures = Record<string, number>
