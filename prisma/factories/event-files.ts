import fc from 'fast-check'
import { parseEventFile } from '@/lib/event-files/parse-event-file'
import type { EventFile } from '@/lib/event-files/schema'

/** Any event a file can describe, for properties: every key, awkward texts, both changes of clocks. */
export const anyEventFile = (slugs = slug): fc.Arbitrary<EventFile> =>
  fc
    .record(
      { ...needed(slugs), ...described, ...written, ...ruled, ...planned },
      { requiredKeys: [...neededKeys] },
    )
    .map((written) => {
      // JSON is YAML: what is drawn goes through the front door like any file.
      const parsed = parseEventFile(JSON.stringify(written))
      if (!parsed.ok) throw new Error(`${JSON.stringify(parsed.problems)} in ${JSON.stringify(written)}`)
      return parsed.file
    })

export const slug = fc.stringMatching(/^[a-z]{1,6}(-[0-9a-z]{1,4})?$/).filter((text) => text !== 'new')

const awkward = [
  'yes',
  'null',
  '~',
  '- a',
  '# no',
  '2024-04-15',
  '12',
  '0x1F',
  'a: b',
  "it's",
  '"',
  '*x',
  '&y',
  '!t',
  '|',
  '>',
]
const more = [
  '@',
  '`',
  '\\',
  '{',
  '%',
  '=1+1',
  'مرحبا',
  '👩‍💻',
  '<b>',
  'a\u2028b',
  '---',
  '...',
  ' x',
  'true',
  '1e3',
  '?',
  ': ',
  '[a]',
]
const line = fc
  .oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), fc.constantFrom(...awkward, ...more))
  .filter((text) => text.trim() !== '' && !/\p{Cc}/u.test(text))
const code = line.filter((text) => !text.includes(','))
const hours = fc.integer({ min: 1, max: 720 })
const prose = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
const url = fc.constantFrom('https://example.org', 'http://example.org/a?b=c&d=%20#e')
const count = fc.integer({ min: 0, max: 500 })
const two = (entry: number) => String(entry).padStart(2, '0')
const day = fc.integer({ min: 1, max: 28 })
const date = fc
  .tuple(fc.integer({ min: 1, max: 12 }), day)
  .map(([month, at]) => `2027-${two(month)}-${two(at)}`)
// Early hours are drawn with an offset: in March one of them does not exist.
const time = fc.oneof(
  fc.tuple(date, fc.integer({ min: 4, max: 23 })).map(([at, hour]) => `${at}T${two(hour)}:15`),
  fc.constantFrom('2027-10-31T02:30', '2027-10-31T02:30+01:00', '2027-03-28T01:30:20Z'),
)
const later = fc.constantFrom('2028-01-03T18:00', '2028-01-05T09:00')
const optional = <T extends object>(
  needs: { [K in keyof T]: fc.Arbitrary<T[K]> },
  rest: Record<string, fc.Arbitrary<unknown>>,
) =>
  fc.record({ ...needs, ...rest } as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: Object.keys(needs),
  })
const few = <T>(entry: fc.Arbitrary<T>) => fc.array(entry, { maxLength: 2 })
const keyed = (entry: fc.Arbitrary<Record<string, unknown>>) =>
  fc
    .uniqueArray(fc.tuple(slug, entry), { maxLength: 2, selector: ([key]) => key })
    .map((pairs) => pairs.map(([key, rest]): Record<string, unknown> => ({ ...rest, key })))

const neededKeys = ['title', 'slug', 'timezone', 'starts', 'ends', 'contacts'] as const
const contact = optional({ role: line, email: fc.constant('team@example.org') }, { name: line, url })
const needed = (slugs: fc.Arbitrary<string>) => ({
  title: line,
  slug: slugs,
  timezone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'UTC'),
  starts: fc.constant('2028-01-03T09:30'),
  ends: later,
  contacts: few(contact),
})

const described = {
  series: line,
  edition: count,
  hosts: few(optional({ name: line }, { url })),
  image: line,
  accent: fc.constantFrom('teal', 'plum'),
  summary: prose,
  description: prose,
  format: prose,
  programme: few(line),
  languages: fc.constantFrom(['en'], ['de', 'en']),
  status: fc.constantFrom('draft', 'published', 'cancelled'),
  venue: optional(
    { name: line },
    { address: prose, arrival: prose, latitude: fc.constant(51.4352), longitude: fc.constant(-7.5) },
  ),
  topics: few(
    fc.oneof(
      line,
      optional({ title: line }, { room: line, remote: fc.boolean(), idea: fc.boolean(), outcome: prose }),
    ),
  ),
  links: few(fc.record({ label: line, url })),
  documents: optional({}, { code_of_conduct: url, privacy: prose }),
  visitors_from_outside: prose,
}

// A line may hold braces by chance; in mails only placeholders stand in them.
const spoken = fc.oneof(
  line.map((text) => text.replace(/[{}]/g, 'x')),
  fc.constantFrom('Soon, {name}: { event }', '{when}, {where}', '{'),
)
const inLanguages = optional(
  {},
  { en: optional({}, { subject: spoken, opening: spoken }), de: optional({}, { opening: spoken }) },
)
const written = {
  mails: optional({}, { confirmed: inLanguages, event_changed: inLanguages }),
  reminders: fc.uniqueArray(
    optional(
      { before: fc.constantFrom('7d', '48h', '2d', '1h', '25h') },
      { kind: fc.constantFrom('reminder', 'still_coming') },
    ),
    { maxLength: 3, selector: ({ before }) => (before === '48h' ? '2d' : before) },
  ),
}

const ruled = {
  registration: optional(
    {},
    {
      opens: time,
      freeze: later,
      approval: fc.boolean(),
      confirm_email: fc.boolean(),
      access_code: code,
      confirm_hours: hours,
      offer_hours: hours,
      remote: optional({}, { opens: time, closes: later }),
      waiting: fc.constantFrom('auto', 'offer', 'off'),
      transfer: fc.boolean(),
    },
  ),
  capacity: optional(
    {},
    { on_site: count, remote: fc.oneof(count, fc.constant('unlimited')), per_day: count },
  ),
  access_list: optional(
    {},
    { required: fc.boolean(), reason: prose, bring: prose, organization: fc.boolean() },
  ),
  photos: optional({}, { taken: fc.boolean(), opt_out: prose, review: prose }),
  allergies: prose,
  embed_origins: few(fc.constantFrom('https://example.org', 'http://example.org:8080')),
}

const presence = fc.constantFrom('on_site', 'remote', 'both')
const diet = fc.subarray(['vegan', 'vegetarian', 'halal', 'gluten-free', 'nut_free'])
const option = optional({ name: line }, { diet, capacity: count, choices: few(line) })
const roomType = optional(
  { name: line, nights: fc.dictionary(date, count, { maxKeys: 2 }) },
  { beds: fc.constantFrom(1, 2) },
)
const mode = fc.constantFrom('call_off', 'on_account')
const contingent = optional({ mode }, { keyword: line, link: url, release: date })
const hotel = fc.oneof(
  optional({ name: line }, { url, contingent: fc.constant('none') }),
  optional(
    { name: line, contingent, room_types: keyed(roomType).filter(({ length }) => length > 0) },
    { url },
  ),
)
const asked = fc
  .tuple(
    fc.constantFrom('text', 'long_text', 'choice', 'multi_choice', 'yes_no', 'number', 'date'),
    fc.record({ en: line, de: line }, { requiredKeys: [] }).filter(({ en, de }) => Boolean(en ?? de)),
    optional({}, { required: fc.boolean(), presence, at_check_in: fc.boolean(), access_code: code }),
    fc.uniqueArray(line, {
      minLength: 1,
      maxLength: 3,
      selector: (text) => text.normalize('NFC').replace(/\s+/g, ' ').trim(),
    }),
  )
  .map(([type, label, rest, options]) => ({
    ...{ type, label, ...rest },
    ...(/choice/.test(type) && { options }),
  }))
const answers: Record<string, unknown> = { yes_no: true, number: -2.5, date: '2028-02-29' }
/** Each may wait for the one before it, with an answer that one can have. */
const ownQuestions = fc.tuple(keyed(asked), fc.boolean()).map(([questions, isChained]) =>
  questions.map((question, at) => {
    const before = questions[at - 1] as { key: string; type: string; options?: string[] } | undefined
    if (!before || !isChained) return question
    return { ...question, when: { [before.key]: answers[before.type] ?? before.options?.[0] ?? 'yes' } }
  }),
)
const planned = {
  activities: keyed(
    optional(
      { title: line, starts: time },
      {
        ends: later,
        place: line,
        text: prose,
        url,
        capacity: count,
        closes: time,
        alone: fc.boolean(),
        presence,
        access_code: code,
      },
    ),
  ),
  meals: keyed(optional({ title: line, options: keyed(option) }, { starts: time, ends: later })),
  hotels: keyed(hotel),
  rooms: few(fc.record({ name: line, seats: count })),
  check_in_points: keyed(optional({ name: line }, { exits: fc.boolean() })),
  questions: ownQuestions,
}
