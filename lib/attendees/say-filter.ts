import { type Language, sayDate } from '../dates'
import { type Translator, translator } from '../messages'
import { labelOf } from '../questions/rules'
import type { EventOffer } from '../registrations/schema'
import { placeNames } from './rules'
import type { AskedFilter } from './schema'

type Told = {
  offer: EventOffer
  language: Language
  /** For the history, which keeps no names or addresses: says that something was searched, not what. */
  isDiscreet?: boolean
}

/** One part of a filter in words; `name` is what the address calls it. */
export type FilterPhrase = { name: string; text: string }

/** A filter in one sentence: "State: Confirmed or Waiting AND Diet: Vegan"; without one, "everybody". */
export function sayFilter(filter: AskedFilter, told: Told): string {
  const say = translator(told.language, 'organizer.filter')
  const phrases = listPhrases(filter, told).map(({ text }) => text)
  return phrases.length > 0 ? phrases.join(` ${say('and')} `) : say('everybody')
}

/** The parts of a filter in words, in the order in which the form asks for them; all of them hold at once. */
export function listPhrases(filter: AskedFilter, told: Told): FilterPhrase[] {
  const words = wordsOf(told)
  const plain = names.flatMap((name) => {
    const values = [filter[name] ?? []].flat().filter((value) => value !== '')
    return values.length > 0 ? [{ name, text: words.phrase(name, values) }] : []
  })
  const answers = Object.entries(filter.answers ?? {}).map(([key, values]) => ({
    name: `answer.${key}`,
    text: words.answer(key, values),
  }))
  return [...plain, ...answers]
}

const names = [
  'q',
  'status',
  'reason',
  'presence',
  'day',
  'activity',
  'option',
  'diet',
  'hotel',
  'roomType',
  'night',
  'room',
  'sharing',
  'place',
  'standing',
  'waiting',
  'offered',
  'photo',
  'listed',
  'needs',
  'arrived',
  'arrivedIn',
  'coming',
  'from',
  'to',
  'source',
  'language',
  'tag',
  'note',
  'mail',
  'answered',
  'unanswered',
  'person',
] as const satisfies (keyof AskedFilter)[]
type Name = (typeof names)[number]

function wordsOf({ offer, language, isDiscreet }: Told) {
  const say = translator(language, 'organizer.filter')
  const words = translator(language, 'organizer')
  const called = calledIn(offer, language, say)
  const isLabelled = (name: Name) => say.has(`labels.${name}`)
  const is = (label: string, values: string[], joined: 'and' | 'or') =>
    say('is', { label, values: values.join(` ${say(joined)} `) })

  return {
    phrase(name: Name, values: string[]): string {
      if (name === 'person') return say('person', { count: values.length })
      if (name === 'q') return isDiscreet ? say('searched') : say('search', { q: values[0]! })
      const said = values.map((value) => called[name]?.(value) ?? wordFor(name, value, say, words))
      // A diet has to be told in full; of everything else one is enough.
      if (isLabelled(name))
        return is(say(`labels.${name}`), said, name === 'diet' || name.endsWith('answered') ? 'and' : 'or')
      return said.join(` ${say('and')} `)
    },
    answer(key: string, values: string[]): string {
      const question = offer.questions.find((one) => one.key === key)
      const isFree = question === undefined || question.type === 'text' || question.type === 'long_text'
      if (isDiscreet && isFree) return say('answerSearched', { question: called.answered!(key) })
      return is(
        called.answered!(key),
        question?.type === 'yes_no'
          ? values.map((one) => say(`yesNo.${one === 'yes' ? 'yes' : 'no'}`))
          : values,
        'or',
      )
    },
  }
}

/** The words of closed lists stand where the pages say them too. */
function wordFor(name: Name, value: string, say: Translator, words: Translator): string {
  const list = { reason: 'cancelled' }[name as 'reason'] ?? name
  if (name === 'status' && value === 'live') return words('list.live')
  if (name === 'diet' && value === 'unsaid') return say('unsaid')
  return words.has(`${list}.${value}`) && !say.has(`${name}.${value}`)
    ? words(`${list}.${value}`)
    : say(`${name}.${value}`)
}

/** What an event calls its own things. */
function calledIn(offer: EventOffer, language: Language, say: Translator) {
  const date = (value: string) => sayDate(value, language)
  const dishes = offer.meals.flatMap(({ title, options }) =>
    options.map(({ id, name }) => [id, `${title}: ${name}`] as const),
  )
  const types = offer.hotels.flatMap((hotel) =>
    hotel.roomTypes.map(({ id, name }) => [id, `${hotel.name}, ${name}`] as const),
  )
  const by = (entries: (readonly [string, string])[]) => {
    const found = new Map(entries)
    return (value: string) => found.get(value) ?? say('gone')
  }
  const questions = by(offer.questions.map((one) => [one.key, labelOf(one, language)]))
  const called: Partial<Record<Name, (value: string) => string>> = {
    day: date,
    night: date,
    arrivedIn: (value) => sayHour(value, say, language),
    from: (value) => say('from', { day: date(value) }),
    to: (value) => say('to', { day: date(value) }),
    activity: by(offer.activities.map(({ key, title }) => [key, title])),
    option: by(dishes),
    hotel: by(offer.hotels.map(({ key, name }) => [key, name])),
    roomType: by(types),
    place: by([
      [offer.event.pools.onSite.id, say('onSite')],
      [offer.event.pools.remote.id, say('remote')],
      ...Object.entries(placeNames(offer, language)),
    ]),
    tag: (value) => value,
    answered: questions,
    unanswered: questions,
  }
  return called
}

function sayHour(value: string, say: Translator, language: Language): string {
  const [day, hour] = value.split('T') as [string, string]
  const next = String((Number(hour) + 1) % 24).padStart(2, '0')
  return say('arrivedIn', { day: sayDate(day, language), from: `${hour}:00`, to: `${next}:00` })
}
