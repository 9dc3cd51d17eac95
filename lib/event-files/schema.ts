import { z } from 'zod'
import { accents } from '../accents'
import { languages } from '../languages'
import { mailWords, reminders } from './mail-words'
import { isTimezone } from './rules'
import {
  address,
  code,
  count,
  date,
  email,
  flag,
  hours,
  key,
  line,
  listOf,
  presence,
  prose,
  site,
  slug,
  time,
} from './words'

/** What an organizer may write (docs/event-file.md). Strict: a key we do not know is a mistake we name. */
const plainDiets = ['vegetarian', 'vegan', 'halal', 'kosher'] as const
const freeDiets = ['gluten_free', 'lactose_free', 'nut_free'] as const
export const diets = [...plainDiets, ...freeDiets] as const
export type Diet = (typeof diets)[number]

const activity = z.strictObject({
  title: line(),
  key: key.optional(),
  starts: time,
  ends: time.optional(),
  place: line().optional(),
  text: prose().optional(),
  url: address.optional(),
  capacity: count.optional(),
  closes: time.optional(),
  alone: flag.default(false),
  presence: presence.default('both'),
  access_code: code.optional(),
})

const dietWord = z.enum([...diets, 'gluten-free', 'lactose-free', 'nut-free'])
const mealOption = z.strictObject({
  name: line(),
  key: key.optional(),
  diet: listOf(dietWord, 20),
  capacity: count.optional(),
  choices: listOf(line(), 50),
})
const meal = z.strictObject({
  title: line(),
  key: key.optional(),
  starts: time.optional(),
  ends: time.optional(),
  options: listOf(z.union([line(), mealOption]), 100),
})

const roomType = z.strictObject({
  name: line(),
  key: key.optional(),
  beds: z.union([z.literal(1), z.literal(2)]).default(1),
  nights: z.record(date, count),
})
const contingent = z.strictObject({
  mode: z.enum(['call_off', 'on_account']),
  keyword: line().optional(),
  link: address.optional(),
  release: date.optional(),
  nights: z.array(date).min(1).max(60).optional(),
  rooms_per_night: count.optional(),
})
const hotel = z.strictObject({
  name: line(),
  key: key.optional(),
  url: address.optional(),
  contingent: z.union([z.literal('none'), contingent]).default('none'),
  room_types: z.array(roomType).min(1).max(50).optional(),
})

const topic = z.strictObject({
  title: line(),
  track: line().optional(),
  text: prose().optional(),
  lead: line().optional(),
  room: line().optional(),
  remote: flag.optional(),
  idea: flag.optional(),
  outcome: prose().optional(),
})
const question = z.strictObject({
  key,
  label: z.strictObject({ en: line().optional(), de: line().optional() }),
  type: z.enum(['text', 'long_text', 'choice', 'multi_choice', 'yes_no', 'number', 'date']),
  options: z.array(line()).max(100).optional(),
  required: flag.default(false),
  when: z.record(key, z.union([z.string().max(300), z.number(), z.boolean()])).optional(),
  presence: presence.default('both'),
  at_check_in: flag.default(false),
  access_code: code.optional(),
})

const checkInPoint = z.strictObject({
  name: line(),
  key: key.optional(),
  arrival: flag.optional(),
  exits: flag.default(false),
})
const host = z.strictObject({ name: line(), url: address.optional() })

export const eventFileSchema = z.strictObject({
  title: line(200),
  slug,
  timezone: z.string().refine(isTimezone, 'unknown_zone'),
  starts: time,
  ends: time,
  contacts: z
    .array(z.strictObject({ role: line(), email, name: line().optional(), url: address.optional() }))
    .max(50),

  series: line().optional(),
  edition: z.int().min(0).max(100_000).optional(),
  also_known_as: listOf(slug, 50),
  hosts: listOf(host, 50),
  image: line().optional(),
  accent: z.enum(accents).optional(),
  summary: prose(1_000).optional(),
  description: prose(50_000).optional(),
  format: prose().optional(),
  programme: listOf(line(1_000), 200),
  languages: z
    .array(z.enum(languages.map(({ code }) => code)))
    .min(1)
    .max(languages.length)
    .default(['en']),
  status: z.enum(['draft', 'published', 'cancelled']).optional(),
  venue: z
    .strictObject({
      name: line(),
      address: prose(1_000).optional(),
      arrival: prose().optional(),
      latitude: z.number().min(-90).max(90).optional(),
      longitude: z.number().min(-180).max(180).optional(),
    })
    .optional(),
  registration: z
    .strictObject({
      opens: time.optional(),
      closes: time.optional(),
      freeze: time.optional(),
      approval: flag.default(false),
      confirm_email: flag.default(false),
      confirm_hours: hours.default(24),
      access_code: code.optional(),
      remote: z.strictObject({ opens: time.optional(), closes: time.optional() }).optional(),
      waiting: z.enum(['auto', 'offer', 'off']).default('auto'),
      offer_hours: hours.default(24),
      transfer: flag.default(false),
    })
    .prefault({}),
  capacity: z
    .strictObject({
      on_site: count.optional(),
      remote: z.union([count, z.literal('unlimited')]).optional(),
      per_day: count.optional(),
    })
    .prefault({}),
  access_list: z
    .strictObject({
      required: flag.default(true),
      reason: prose().optional(),
      bring: prose().optional(),
      organization: flag.default(false),
    })
    .prefault({ required: false }),
  activities: listOf(activity, 200),
  meals: listOf(meal, 100),
  allergies: prose().optional(),
  hotels: listOf(hotel, 50),
  photos: z
    .strictObject({
      taken: flag.default(true),
      opt_out: prose().optional(),
      review: prose().optional(),
    })
    .prefault({ taken: false }),
  rooms: listOf(z.strictObject({ name: line(), seats: count }), 200),
  check_in_points: listOf(checkInPoint, 50),
  embed_origins: listOf(site, 50),
  topics: listOf(z.union([line(), topic]), 500),
  questions: listOf(question, 100),
  reminders,
  mails: mailWords,
  documents: z
    .strictObject({ code_of_conduct: address.optional(), privacy: prose(50_000).optional() })
    .prefault({}),
  links: listOf(z.strictObject({ label: line(), url: address }), 50),
  visitors_from_outside: prose().optional(),
})

/** As written, before keys are derived and both spellings of a thing become one. */
export type WrittenEventFile = z.output<typeof eventFileSchema>

export type FileMealOption = Omit<z.output<typeof mealOption>, 'key' | 'diet'> & { key: string; diet: Diet[] }
export type FileRoomType = z.output<typeof roomType> & { key: string }
export type FileContingent = Omit<z.output<typeof contingent>, 'nights' | 'rooms_per_night'>
export type FileActivity = z.output<typeof activity> & { key: string }
export type FileMeal = Omit<z.output<typeof meal>, 'options'> & { key: string; options: FileMealOption[] }
export type FileHotel = {
  name: string
  key: string
  url?: string | undefined
  contingent: 'none' | FileContingent
  room_types: FileRoomType[]
}
export type FileCheckInPoint = { name: string; key: string; arrival: boolean; exits: boolean }
export type FileTopic = z.output<typeof topic>
export type FileQuestion = z.output<typeof question>

/** One event with nothing left to guess. Times are the shortest text that means the instant in `timezone`. */
export type EventFile = Omit<
  WrittenEventFile,
  'activities' | 'meals' | 'hotels' | 'check_in_points' | 'topics'
> & {
  activities: FileActivity[]
  meals: FileMeal[]
  hotels: FileHotel[]
  check_in_points: FileCheckInPoint[]
  topics: FileTopic[]
}

/** A mistake in words, with the place in the file it is about (1-based). */
export type FileProblem = { line: number; column: number; path: string; sentence: string }

/** What the form for a new event asks; everything else can grow later. */
export type NewEvent = Pick<EventFile, 'title' | 'slug' | 'timezone' | 'starts' | 'ends'> & {
  role: string
  email: string
}
/** What a new edition has of its own; `starts` is a date, and every other date moves along. */
export type NewEdition = Pick<EventFile, 'title' | 'slug' | 'series' | 'edition' | 'starts'>
