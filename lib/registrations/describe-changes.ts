import { type Language, sayDate } from '../dates'
import { roomChoices } from '../hotels/rules'
import { type Translator, translator } from '../messages'
import { labelOf } from '../questions/rules'
import type { FormValues } from './read-form'
import type { EventOffer } from './schema'

/** One answer that is another now, in the person's words; null on both sides says only that it changed. */
export type SaidChange = { what: string; from: string | null; to: string | null }

/**
 * Old and new in words, for the mail about it. What somebody told about their body, their legal name and their own
 * words on questions stay out of mails: there it only says that they changed.
 */
export function describeChanges(
  controls: string[],
  before: FormValues,
  after: FormValues,
  offer: EventOffer,
  language: Language,
): SaidChange[] {
  const t = translator(language, 'changes')
  return controls
    .filter((control) => !isSilent(control))
    .map((control) => {
      const what = fieldWord(control, offer, language)
      if (isPrivate(control)) return { what, from: null, to: null }
      const say = (values: FormValues) =>
        (values[control] ?? []).map((value) => valueWord(control, value, offer, language, t)).join(', ') ||
        t('nothing')
      return { what, from: say(before), to: say(after) }
    })
}

/** What a control is called where somebody is told that it changed. */
export function fieldWord(control: string, offer: EventOffer, language: Language): string {
  const t = translator(language, 'changes')
  const [group, key] = split(control)
  if (group === 'meal') return offer.meals.find((meal) => meal.key === key)?.title ?? t('fields.meal')
  const question = offer.questions.find((one) => group === 'answer' && one.key === key)
  if (question) return labelOf(question, language)
  return t.has(`fields.${group}`) ? t(`fields.${group}`) : t('fields.other')
}

const isSilent = (control: string): boolean =>
  control === 'allergiesConsent' || control.startsWith('consent.')

const isPrivate = (control: string): boolean =>
  ['allergies', 'accessibility', 'legalName', 'roommate'].includes(control) || control.startsWith('answer.')

function valueWord(
  control: string,
  value: string,
  offer: EventOffer,
  language: Language,
  t: Translator,
): string {
  const [group, key] = split(control)
  if (group === 'days' || group === 'nights') return sayDate(value, language)
  if (group === 'activities') return offer.activities.find((one) => one.key === value)?.title ?? value
  if (group === 'meal') {
    const options = offer.meals.find((meal) => meal.key === key)?.options
    return options?.find((option) => option.key === value)?.name ?? value
  }
  if (group === 'stay') {
    const room = roomChoices(offer.hotels).find((choice) => choice.value === value)
    if (room) return `${room.hotel.name}, ${room.roomType.name}`
  }
  const word = `values.${group}.${value}`
  return t.has(word) ? t(word) : value
}

function split(control: string): [string, string] {
  const at = control.indexOf('.')
  return at < 0 ? [control, ''] : [control.slice(0, at), control.slice(at + 1)]
}
