import 'server-only'
import { instantOf, isDate, keyOf, timeTextOf } from './rules'
import type { Diet, EventFile, FileHotel, FileMeal, WrittenEventFile } from './schema'
import { diets } from './schema'

/** A mistake that no single value shows; the path leads to the value in the file as it was written. */
export type Mistake = { path: (string | number)[]; sentence: string }

/** Fills in keys, makes one spelling of two and checks what one value alone cannot tell. */
export function completeEventFile(written: WrittenEventFile): { file: EventFile; mistakes: Mistake[] } {
  const mistakes: Mistake[] = []
  const refuse = (path: Mistake['path'], sentence: string) => mistakes.push({ path, sentence })
  const context = { timezone: written.timezone, refuse }
  const starts = readTime(context, ['starts'], written.starts)!
  const ends = readTime(context, ['ends'], written.ends)!
  checkOrder(context, ['ends'], starts, ends)
  const registration = completeRegistration(context, written.registration)
  const isRemote = written.registration.remote !== undefined
  const activities = withKeys(context, ['activities'], written.activities, (entry) => entry.title).map(
    (activity, index) => {
      const at = (name: string) => ['activities', index, name]
      const times = {
        starts: readTime(context, at('starts'), activity.starts)!,
        ends: readTime(context, at('ends'), activity.ends),
        closes: readTime(context, at('closes'), activity.closes),
      }
      checkOrder(context, at('ends'), times.starts, times.ends)
      return { ...activity, ...times }
    },
  )
  written.also_known_as.forEach((slug, index) => {
    if (slug === written.slug || written.also_known_as.indexOf(slug) !== index)
      refuse(['also_known_as', index], `“${slug}” is there already; take it out`)
  })
  const file: EventFile = {
    ...written,
    starts,
    ends,
    registration,
    // A window for remote people says that there are some: without a number, as many as like.
    capacity: isRemote
      ? { ...written.capacity, remote: written.capacity.remote ?? 'unlimited' }
      : written.capacity,
    activities,
    meals: completeMeals(context, written.meals),
    hotels: completeHotels(context, written.hotels),
    check_in_points: completeCheckInPoints(context, written.check_in_points),
    topics: written.topics.map((topic) => (typeof topic === 'string' ? { title: topic } : topic)),
  }
  checkQuestions(context, written.questions)
  return { file, mistakes }
}

type Context = { timezone: string; refuse: (path: Mistake['path'], sentence: string) => void }

function completeRegistration(context: Context, registration: WrittenEventFile['registration']) {
  const { opens, closes, freeze, remote, ...rest } = registration
  const at = (...names: string[]) => ['registration', ...names]
  const times = {
    opens: readTime(context, at('opens'), opens),
    closes: readTime(context, at('closes'), closes),
    freeze: readTime(context, at('freeze'), freeze),
  }
  const remoteTimes = {
    opens: readTime(context, at('remote', 'opens'), remote?.opens),
    closes: readTime(context, at('remote', 'closes'), remote?.closes),
  }
  checkOrder(context, at('closes'), times.opens, times.closes)
  checkOrder(context, at('remote', 'closes'), remoteTimes.opens, remoteTimes.closes)
  const isRemoteTimed = remoteTimes.opens !== undefined || remoteTimes.closes !== undefined
  return { ...rest, ...times, remote: isRemoteTimed ? remoteTimes : undefined }
}

function completeMeals(context: Context, meals: WrittenEventFile['meals']): FileMeal[] {
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

function completeHotels(context: Context, hotels: WrittenEventFile['hotels']): FileHotel[] {
  return withKeys(context, ['hotels'], hotels, (hotel) => hotel.name).map((hotel, index) => {
    const { contingent, room_types, ...rest } = hotel
    const at = (...names: (string | number)[]) => ['hotels', index, ...names]
    if (contingent === 'none') {
      if (room_types)
        context.refuse(
          at('room_types'),
          'rooms need a contingent: { mode: call_off } or { mode: on_account }',
        )
      return { ...rest, contingent, room_types: [] }
    }
    const { nights, rooms_per_night, ...terms } = contingent
    if (room_types && (nights || rooms_per_night !== undefined))
      context.refuse(at('room_types'), 'say the nights once: here or as nights and rooms_per_night')
    if (!room_types && (!nights || rooms_per_night === undefined))
      context.refuse(at('contingent'), 'needs nights and rooms_per_night, or room_types beside it')
    nights?.forEach((night, position) => {
      if (nights.indexOf(night) !== position)
        context.refuse(at('contingent', 'nights', position), `the night of ${night} is there already`)
    })
    const only = { name: 'Room', beds: 1 as const, nights: {} as Record<string, number> }
    for (const night of nights ?? []) only.nights[night] = rooms_per_night ?? 0
    const types = withKeys(context, at('room_types'), room_types ?? [only], (type) => type.name)
    return { ...rest, contingent: terms, room_types: types.map(inOrderOfNights) }
  })
}

const inOrderOfNights = <T extends { nights: Record<string, number> }>(type: T): T => ({
  ...type,
  nights: Object.fromEntries(Object.entries(type.nights).sort(([one], [other]) => (one < other ? -1 : 1))),
})

function completeCheckInPoints(context: Context, points: WrittenEventFile['check_in_points']) {
  if (points.length === 0) return [{ name: 'Entrance', key: 'entrance', arrival: true, exits: false }]
  const arrivals = points.flatMap((point, index) => (point.arrival ? [index] : []))
  for (const index of arrivals.slice(1))
    context.refuse(['check_in_points', index, 'arrival'], 'only one point counts as the arrival')
  const arrival = arrivals[0] ?? points.findIndex((point) => point.arrival === undefined)
  if (arrival === -1) context.refuse(['check_in_points'], 'one point has to count as the arrival')
  return withKeys(context, ['check_in_points'], points, (point) => point.name).map((point, index) => ({
    ...point,
    arrival: index === arrival,
  }))
}

function checkQuestions(context: Context, questions: WrittenEventFile['questions']) {
  withKeys(context, ['questions'], questions, (question) => question.key)
  questions.forEach((question, index) => {
    const isChoice = question.type === 'choice' || question.type === 'multi_choice'
    if (!question.label.en && !question.label.de)
      context.refuse(['questions', index, 'label'], 'needs a text in en or de')
    if (isChoice && !question.options?.length)
      context.refuse(['questions', index, 'type'], 'a choice needs options')
    for (const asked of Object.keys(question.when ?? {}))
      if (!questions.some(({ key }) => key === asked && key !== question.key))
        context.refuse(['questions', index, 'when', asked], `there is no other question “${asked}”`)
  })
}

/** Derives missing keys from titles; what is known by its key must be the only one of that key in its list. */
function withKeys<T extends { key?: string | undefined }>(
  context: Context,
  path: Mistake['path'],
  entries: T[],
  titleOf: (entry: T) => string,
): (T & { key: string })[] {
  const seen = new Set<string>()
  return entries.map((entry, index) => {
    const key = entry.key ?? keyOf(titleOf(entry))
    if (key === '')
      context.refuse([...path, index], `“${titleOf(entry)}” makes no key; write one, such as key: tour`)
    else if (seen.has(key))
      context.refuse(
        [...path, index],
        `the key “${key}” is taken in this list; give this one a key of its own`,
      )
    seen.add(key)
    return { ...entry, key }
  })
}

function readTime(context: Context, path: Mistake['path'], text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const instant = instantOf(text, context.timezone)
  if (instant.ok) return timeTextOf(instant.value, context.timezone)
  context.refuse(
    path,
    instant.refusal === 'no_such_time' && isDate(text.slice(0, 10))
      ? `${text} does not exist in ${context.timezone}: the clocks skip that hour`
      : `${text} is not a date and time that exists`,
  )
  return text
}

function checkOrder(
  context: Context,
  path: Mistake['path'],
  from: string | undefined,
  to: string | undefined,
) {
  const start = from === undefined ? undefined : instantOf(from, context.timezone)
  const end = to === undefined ? undefined : instantOf(to, context.timezone)
  if (start?.ok && end?.ok && end.value <= start.value) context.refuse(path, `has to be later than ${from}`)
}

/** "vegan" and "vegan, gluten-free" are diets; "vegan sweets" is a dish, and dishes say their diets themselves. */
function dietsNamedBy(text: string): Diet[] {
  const words = text.toLowerCase().split(/\s*(?:[,/&+]|\band\b)\s*/)
  const named = words.map((word) => word.replace(/[\s-]/g, '_'))
  return named.every((word) => diets.some((diet) => diet === word)) ? (named as Diet[]) : []
}
