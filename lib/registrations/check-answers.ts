import { isActivityOpen, suitsPresence } from '../activities/rules'
import { datesBetween, localDate } from '../dates'
import { isReleased, roomChoices } from '../hotels/rules'
import type { RoomChoice } from '../hotels/schema'
import type { PoolView, Wish } from '../places/schema'
import { answerControl, isAsked, readAnswer } from '../questions/rules'
import type { GivenAnswer } from '../questions/save-answers'
import type { AnswerValue } from '../questions/schema'
import type { Problems } from './read-form'
import { opensWith } from './rules'
import { type EventOffer, type RegistrationInput, undecided } from './schema'

type WishWithoutId = Omit<Wish, 'id'>
export type MealAnswer = { mealId: string; optionId: string; label: string }
export type StayAnswer = { choice: RoomChoice; nights: string[]; roommate: string | null }

/** What somebody wants of this event, resolved to its own things; nothing is taken yet. */
export type Answers = {
  input: RegistrationInput
  days: string[]
  wishes: WishWithoutId[]
  meals: MealAnswer[]
  stay: StayAnswer | null
  allergies: string | null
  answers: GivenAnswer[]
  isStayUndecided: boolean
}

/** Compares the answers with what the event offers. Remote people are not asked for meals, hotel or photos. */
export function checkAnswers(
  offer: EventOffer,
  input: RegistrationInput,
  now: Date,
): { ok: true; answers: Answers } | { ok: false; problems: Problems } {
  const { event } = offer
  const problems: Problems = {}
  const isOnSite = input.presence === 'on_site'
  if (input.presence === 'remote' && !event.isRemoteOffered) problems.presence = 'not_offered'
  if (input.presence === 'activity_only' && !offer.activities.some(({ alone }) => alone))
    problems.presence = 'not_offered'
  if (isOnSite && event.isLegalNameRequired && !input.legalName) problems.legalName = 'missing'
  if (isOnSite && !input.photo && !offer.isPhotoOpen) problems.photo = 'missing'
  if (event.accessCode && !hasCode(input, event.accessCode))
    problems.accessCode = input.accessCode ? 'wrong_code' : 'missing'
  if (event.codeOfConductUrl && !input.consents.includes('code_of_conduct'))
    problems['consent.code_of_conduct'] = 'must_agree'
  if (isOnSite && input.allergies && !input.allergiesConsent)
    problems.allergiesConsent = 'allergies_need_consent'

  const days = daysWanted(offer, input, problems)
  const activities = activitiesWanted(offer, input, now, problems)
  if (input.presence === 'activity_only' && activities.length === 0) problems.activities ??= 'missing'
  const meals = isOnSite ? mealsWanted(offer, input, problems) : { answers: [], wishes: [] }
  const stay = isOnSite ? stayWanted(offer, input, problems) : null
  const answers = answersGiven(offer, input, problems)
  if (Object.keys(problems).length > 0) return { ok: false, problems }

  const mayWait = event.waiting !== 'off'
  const wishes: WishWithoutId[] = [
    ...eventWish(offer, input, days),
    ...activities.map((wish) => ({ ...wish, mayWait })),
  ]
  if (stay) wishes.push(stayWish(offer, stay, now))
  wishes.push(...meals.wishes)
  const allergies = isOnSite && event.allergiesHint !== null ? input.allergies : null
  const isStayUndecided = isOnSite && !stay && input.stay === undecided
  return {
    ok: true,
    answers: { input, days, wishes, meals: meals.answers, stay, allergies, answers, isStayUndecided },
  }
}

function daysWanted({ event }: EventOffer, input: RegistrationInput, problems: Problems): string[] {
  const offered = datesBetween(event.startsAt, event.endsAt, event.timezone)
  if (input.days.some((day) => !offered.includes(day))) problems.days = 'not_offered'
  // Nobody has to tick anything: no day named means the whole event.
  const chosen = offered.filter((day) => input.days.includes(day))
  return chosen.length > 0 ? chosen : offered
}

function eventWish({ event }: EventOffer, input: RegistrationInput, days: string[]): WishWithoutId[] {
  if (input.presence === 'activity_only') return []
  const mayWait = event.waiting !== 'off'
  const onTheseDays = (pool: PoolView) => days.includes(pool.day ?? '')
  const pools =
    input.presence === 'remote'
      ? [event.pools.remote]
      : [event.pools.onSite, ...event.pools.days.filter(onTheseDays)]
  return [{ kind: 'event', subjectId: event.id, pools: pools.map(({ id }) => id), mayWait }]
}

function activitiesWanted(offer: EventOffer, input: RegistrationInput, now: Date, problems: Problems) {
  return [...new Set(input.activities)].flatMap((key): Omit<WishWithoutId, 'mayWait'>[] => {
    const activity = offer.activities.find((one) => one.key === key)
    if (!activity) problems.activities = 'not_offered'
    else if (activity.accessCode && !hasCode(input, activity.accessCode)) problems.activities = 'not_offered'
    else if (!isActivityOpen(activity, now)) problems.activities = 'activity_closed'
    // What cannot be ticked for this presence was left ticked from another choice: it is simply not wanted.
    else if (suitsPresence(activity, input.presence))
      return [{ kind: 'activity', subjectId: activity.id, pools: [activity.poolId] }]
    return []
  })
}

function mealsWanted(offer: EventOffer, input: RegistrationInput, problems: Problems) {
  const answers: MealAnswer[] = []
  const wishes: WishWithoutId[] = []
  for (const [key, optionKey] of Object.entries(input.meals)) {
    const meal = offer.meals.find((one) => one.key === key)
    const option = meal?.options.find((one) => one.key === optionKey)
    if (!meal || !option) {
      problems[`meal.${key}`] = 'not_offered'
      continue
    }
    answers.push({ mealId: meal.id, optionId: option.id, label: `${meal.title}: ${option.name}` })
    wishes.push({ kind: 'option', subjectId: option.id, pools: [option.poolId], mayWait: false })
  }
  return { answers, wishes }
}

function stayWanted(offer: EventOffer, input: RegistrationInput, problems: Problems): StayAnswer | null {
  if (input.nights.length === 0) return null
  const choices = roomChoices(offer.hotels)
  // Who names nights does know: without JavaScript both can be ticked.
  const named = input.stay === undecided ? null : input.stay
  const choice = named
    ? choices.find(({ value }) => value === named)
    : choices.length === 1
      ? choices[0]
      : null
  if (!choice) {
    problems.stay = named ? 'not_offered' : choices.length > 1 ? 'choose_room_type' : 'not_offered'
    return null
  }
  const nights = [...new Set(input.nights)].sort()
  if (nights.some((night) => !choice.roomType.nights.some((one) => one.night === night))) {
    problems.nights = 'night_without_rooms'
    return null
  }
  return { choice, nights, roommate: choice.roomType.beds > 1 ? input.roommate : null }
}

/** Where nobody can wait, or the hotel has taken its rooms back, what is full stays a wish that nobody promises. */
function stayWish({ event }: EventOffer, { choice, nights }: StayAnswer, now: Date): WishWithoutId {
  const { hotel, roomType } = choice
  const pools = roomType.nights.filter(({ night }) => nights.includes(night)).map(({ poolId }) => poolId)
  const mayWait = event.waiting !== 'off' && !isReleased(hotel, localDate(now, event.timezone))
  return { kind: 'stay', subjectId: roomType.id, pools, mayWait, mayRest: true }
}

/** A code that was typed or came with the link; a personal invitation, proven when it is spent, opens everything. */
const hasCode = ({ accessCode, invitation }: RegistrationInput, code: string): boolean =>
  invitation !== null || opensWith(accessCode, code)

function answersGiven(offer: EventOffer, input: RegistrationInput, problems: Problems): GivenAnswer[] {
  const person = { presence: input.presence, hasCode: (code: string) => hasCode(input, code) }
  const said: Record<string, AnswerValue> = {}
  // An answer may ask for the next question, so they are read in their order.
  return offer.questions.flatMap((question) => {
    if (!isAsked(question, person, said)) return []
    const posted = Object.hasOwn(input.answers, question.key) ? input.answers[question.key] : undefined
    const read = readAnswer(question, posted ?? [])
    const problem = read.ok
      ? question.isRequired && read.value === undefined
        ? 'missing'
        : null
      : read.problem
    if (problem) problems[answerControl(question.key)] = problem
    if (!read.ok || read.value === undefined) return []
    said[question.key] = read.value
    return [{ questionId: question.id, value: read.value }]
  })
}
