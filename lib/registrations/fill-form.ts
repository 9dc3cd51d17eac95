import { roomChoices } from '../hotels/rules'
import { answerControl } from '../questions/rules'
import type { AnswerValue } from '../questions/schema'
import type { FormValues } from './read-form'
import type { Held } from './read-held'
import { type EventOffer, undecided } from './schema'

/** What somebody told us, as their browser would post it; `readForm` reads it back. Empty controls are left out. */
export function fillForm(held: Held, offer: EventOffer): FormValues {
  const claimed = (id: string) =>
    held.claims.some(({ kind, subjectId }) => kind === 'activity' && subjectId === id)
  const room = roomChoices(offer.hotels).find(({ roomType }) => roomType.id === held.stay?.roomTypeId)
  const values: FormValues = {
    name: [held.name],
    email: [held.email],
    organization: text(held.organization),
    legalName: text(held.legalName),
    presence: [held.presence],
    days: held.days,
    activities: offer.activities.filter(({ id }) => claimed(id)).map(({ key }) => key),
    ...mealValues(held, offer),
    diet: held.diet,
    allergies: text(held.allergies),
    allergiesConsent: ticked(held.allergies !== null),
    stay: room ? [room.value] : held.isStayUndecided ? [undecided] : [],
    nights: held.stay?.nights ?? [],
    roommate: text(held.stay?.roommate ?? null),
    photo: held.photo === 'not_asked' ? [] : [held.photo],
    accessibility: text(held.accessibility),
    listed: ticked(held.isListed),
    'consent.code_of_conduct': ticked(held.consents.includes('code_of_conduct')),
    ...Object.fromEntries(
      Object.entries(held.answers).map(([key, value]) => [answerControl(key), posted(value)]),
    ),
  }
  return Object.fromEntries(Object.entries(values).filter(([, all]) => all.length > 0))
}

/** The controls that say something else, in the order of the form; the order of ticked boxes says nothing. */
export function differingControls(before: FormValues, after: FormValues): string[] {
  const said = (values: FormValues, name: string) =>
    JSON.stringify((Object.hasOwn(values, name) ? values[name]! : []).toSorted())
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.filter((name) => said(before, name) !== said(after, name))
}

const mealValues = ({ optionIds }: Held, { meals }: EventOffer): FormValues =>
  Object.fromEntries(
    meals.flatMap(({ key, options }) => {
      const chosen = options.find(({ id }) => optionIds.includes(id))
      return chosen ? [[`meal.${key}`, [chosen.key]]] : []
    }),
  )

const text = (value: string | null): string[] => (value ? [value] : [])
const ticked = (is: boolean): string[] => (is ? ['on'] : [])

const posted = (value: AnswerValue): string[] =>
  Array.isArray(value) ? value : [typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)]
