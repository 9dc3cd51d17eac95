import { roomChoices } from '../hotels/rules'
import { diets } from '../meals/schema'
import type { QuestionView } from '../questions/schema'
import type { FormValues } from '../registrations/read-form'
import type { EventOffer } from '../registrations/schema'
import { dateIn, entriesOf, isCancelledThere, wordIn, yesOrNo } from './cell-words'
import { fold } from './fold'
import type { RowProblems, Target } from './schema'

/** A row as the form would have posted it; only what it says. `problems` are what no form could carry. */
export type ReadRow = {
  values: FormValues
  problems: RowProblems
  language: 'en' | 'de' | null
  isLeftOut: boolean
}

export function readRow(cells: string[], mapping: Target[], offer: EventOffer): ReadRow {
  const said = new Map<Target, string>(
    mapping.flatMap((target, at) => (target && cells[at] ? [[target, cells[at]!] as [Target, string]] : [])),
  )
  const cell = (target: Target) => said.get(target) ?? ''
  const values: FormValues = {}
  const problems: RowProblems = {}
  const put = (control: string, ...given: string[]) => {
    const kept = given.filter(Boolean)
    if (kept.length > 0) values[control] = kept
  }
  const tick = (target: Target) => {
    const answer = yesOrNo(cell(target))
    if (answer === null) problems[target] = 'not_offered'
    if (answer) put(target, 'on')
  }
  put('name', cell('name') || [cell('firstName'), cell('lastName')].filter(Boolean).join(' '))
  for (const target of [
    'email',
    'organization',
    'legalName',
    'allergies',
    'roommate',
    'accessibility',
  ] as const)
    put(target, cell(target))
  for (const target of ['allergiesConsent', 'listed', 'consent.code_of_conduct'] as const) tick(target)
  put('presence', wordIn('presence', ['on_site', 'remote', 'activity_only'], cell('presence')))
  put('days', ...entriesOf(cell('days')).map(dateIn))
  put('nights', ...entriesOf(cell('nights')).map(dateIn))
  put('diet', ...entriesOf(cell('diet')).map((one) => wordIn('diet', diets, one)))
  const photo = wordIn('photo', ['fine', 'no_camera', 'not_asked'], cell('photo'))
  if (photo !== 'not_asked') put('photo', photo)
  if (photo && !['fine', 'no_camera', 'not_asked'].includes(photo)) problems.photo = 'not_offered'
  put('activities', ...entriesOf(cell('activities')).map((one) => named(offer.activities, one)))
  for (const [control, option] of mealsIn(said, offer)) put(control, option)
  if (cell('hotel') || cell('roomType')) put('stay', roomIn(cell('hotel'), cell('roomType'), offer))
  for (const question of offer.questions)
    put(`answer.${question.key}`, ...answerIn(cell(`answer.${question.key}`), question))
  const language: ReadRow['language'] = /^(de|ger|deu)/.test(fold(cell('language')))
    ? 'de'
    : /^en/.test(fold(cell('language')))
      ? 'en'
      : null
  return { values, problems, language, isLeftOut: isCancelledThere(cell('status')) }
}

/** Something of the event by its key or by what it is called; what is neither is left for the form to complain of. */
const named = (things: { key: string; title: string }[], said: string): string =>
  things.find(({ key, title }) => key === said || fold(title) === fold(said))?.key ?? said

/** A meal of its own column, and the one column of ours that has all: `Lunch: Vegan; Dinner: Fish`. */
function mealsIn(said: Map<Target, string>, { meals }: EventOffer): [string, string][] {
  const whole = new Map(
    entriesOf(said.get('meals') ?? '').map((entry) => {
      const [title, ...option] = entry.split(':')
      return [fold(title!), option.join(':').trim()]
    }),
  )
  return meals.flatMap(({ key, title, options }): [string, string][] => {
    const dish = said.get(`meal.${key}`) ?? whole.get(fold(title)) ?? whole.get(fold(key)) ?? ''
    const found = options.find((one) => one.key === dish || fold(one.name) === fold(dish))
    return dish === '' ? [] : [[`meal.${key}`, found?.key ?? dish]]
  })
}

function roomIn(hotel: string, roomType: string, { hotels }: EventOffer): string {
  const isCalled = (one: { key: string; name: string }, said: string) =>
    said === '' || one.key === said || fold(one.name) === fold(said)
  const fitting = roomChoices(hotels).filter(
    (choice) => isCalled(choice.hotel, hotel) && isCalled(choice.roomType, roomType),
  )
  return fitting.length === 1 ? fitting[0]!.value : `${hotel}.${roomType}`
}

function answerIn(cell: string, { type, options }: QuestionView): string[] {
  if (cell === '') return []
  const option = (said: string) => options.find((one) => fold(one) === fold(said))
  if (type === 'choice') return [option(cell) ?? cell]
  if (type === 'multi_choice') {
    const whole = option(cell)
    return whole ? [whole] : entriesOf(cell).map((one) => option(one) ?? one)
  }
  if (type === 'date') return [dateIn(cell)]
  if (type !== 'yes_no') return [cell]
  const answer = yesOrNo(cell)
  return [answer === null ? cell : answer ? 'yes' : 'no']
}
