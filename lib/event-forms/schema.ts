import { accents } from '../accents'
import { languages } from '../languages'
import { questionTypes } from '../questions/schema'

/** One control; `name` is its dotted path in the part, or in the row it stands in. */
export type ControlSpec = {
  kind:
    | 'line'
    | 'email'
    | 'url'
    | 'prose'
    | 'lines'
    | 'time'
    | 'date'
    | 'number'
    | 'tick'
    | 'choice'
    | 'ticks'
  name: string
  options?: readonly string[]
  isNeeded?: true
  /** Shares its line with the next one where there is room. */
  isShort?: true
}
/** A list that grows; what each row is known by is made from `keyFrom` once and never changes again. */
export type RowsSpec = { kind: 'rows'; name: string; keyFrom?: string; of: FieldSpec[] }
export type FieldSpec = ControlSpec | RowsSpec
export type GroupSpec = { group: string; fields: FieldSpec[] }

/** What a page of the desk edits: a part of the event file. */
export const partNames = [
  'basics',
  'texts',
  'place',
  'registration',
  'door',
  'activities',
  'meals',
  'hotels',
  'questions',
] as const
export type PartName = (typeof partNames)[number]
export const settingsParts = ['basics', 'texts', 'place', 'registration', 'door'] as const

/** What a form posts, by control. */
export type FormValues = Record<string, string[]>

type Extra = Omit<ControlSpec, 'kind' | 'name'>
const of =
  (kind: ControlSpec['kind']) =>
  (name: string, extra: Extra = {}): ControlSpec => ({ kind, name, ...extra })
const [line, email, url, prose, lines] = [of('line'), of('email'), of('url'), of('prose'), of('lines')]
const [time, date, number, tick] = [of('time'), of('date'), of('number'), of('tick')]
const [choice, ticks] = [of('choice'), of('ticks')]
const rows = (name: string, fields: FieldSpec[], keyFrom?: string): RowsSpec => ({
  kind: 'rows',
  name,
  of: fields,
  ...(keyFrom && { keyFrom }),
})
const needed = { isNeeded: true } as const
const short = { isShort: true } as const
const brief = { ...needed, ...short } as const
const presence = choice('presence', { options: ['both', 'on_site', 'remote'], ...short })
const dietMarks = ['vegetarian', 'vegan', 'halal', 'kosher', 'gluten_free', 'lactose_free', 'nut_free']

export const parts: Record<PartName, GroupSpec[]> = {
  basics: [
    { group: 'name', fields: [line('title', needed), line('slug', needed), ...series()] },
    {
      group: 'when',
      fields: [time('starts', brief), time('ends', brief), line('timezone', needed)],
    },
    {
      group: 'look',
      fields: [
        ticks('languages', { options: languages.map(({ code }) => code) }),
        choice('accent', { options: ['', ...accents] }),
        line('image'),
      ],
    },
  ],
  texts: [
    { group: 'about', fields: [prose('summary'), prose('description')] },
    { group: 'day', fields: [prose('format'), lines('programme')] },
    { group: 'topics', fields: [rows('topics', topic())] },
    { group: 'rooms', fields: [rows('rooms', [line('name', brief), number('seats', brief)])] },
    { group: 'links', fields: [rows('links', [line('label', brief), url('url', brief)])] },
    { group: 'documents', fields: [url('documents.code_of_conduct'), prose('documents.privacy')] },
  ],
  place: [
    {
      group: 'venue',
      fields: [
        line('venue.name'),
        prose('venue.address'),
        prose('venue.arrival'),
        line('venue.latitude', short),
        line('venue.longitude', short),
      ],
    },
    {
      group: 'contacts',
      fields: [
        rows('contacts', [
          line('role', brief),
          email('email', brief),
          line('name', short),
          url('url', short),
        ]),
      ],
    },
    { group: 'hosts', fields: [rows('hosts', [line('name', brief), url('url', short)])] },
    { group: 'visitors', fields: [prose('visitors_from_outside')] },
  ],
  registration: [
    {
      group: 'window',
      fields: [
        time('registration.opens', short),
        time('registration.closes', short),
        time('registration.freeze'),
      ],
    },
    { group: 'places', fields: [number('capacity.on_site', short), number('capacity.per_day', short)] },
    {
      group: 'remote',
      fields: [
        tick('capacity.is_remote'),
        number('capacity.remote'),
        time('registration.remote.opens', short),
        time('registration.remote.closes', short),
      ],
    },
    {
      group: 'line',
      fields: [
        choice('registration.waiting', { options: ['auto', 'offer', 'off'] }),
        number('registration.offer_hours'),
      ],
    },
    {
      group: 'rules',
      fields: [
        tick('registration.approval'),
        tick('registration.confirm_email'),
        number('registration.confirm_hours'),
        tick('registration.transfer'),
        line('registration.access_code'),
      ],
    },
    {
      group: 'reminders',
      fields: [
        rows('reminders', [
          choice('kind', { options: ['reminder', 'still_coming'], ...short }),
          line('before', brief),
        ]),
      ],
    },
    { group: 'embed', fields: [lines('embed_origins')] },
  ],
  door: [
    {
      group: 'access',
      fields: [
        tick('access_list.required'),
        prose('access_list.reason'),
        prose('access_list.bring'),
        tick('access_list.organization'),
      ],
    },
    { group: 'photos', fields: [tick('photos.taken'), prose('photos.opt_out'), prose('photos.review')] },
    {
      group: 'points',
      fields: [
        rows('check_in_points', [line('name', needed), tick('arrival', short), tick('exits', short)], 'name'),
      ],
    },
  ],
  activities: [{ group: 'activities', fields: [rows('activities', activity(), 'title')] }],
  meals: [
    {
      group: 'meals',
      fields: [
        rows('meals', [line('title', needed), time('starts', short), time('ends', short), menu()], 'title'),
      ],
    },
    { group: 'allergies', fields: [prose('allergies')] },
  ],
  hotels: [{ group: 'hotels', fields: [rows('hotels', hotel(), 'name')] }],
  questions: [{ group: 'questions', fields: [rows('questions', question(), 'label')] }],
}

function series(): FieldSpec[] {
  return [line('series', short), number('edition', short)]
}

function topic(): FieldSpec[] {
  return [
    ...[line('title', needed), prose('text'), line('track', short), line('lead', short), line('room', short)],
    ...[tick('remote', short), tick('idea', short), prose('outcome')],
  ]
}

function activity(): FieldSpec[] {
  return [
    line('title', needed),
    ...[time('starts', brief), time('ends', short), line('place', short), number('capacity', short)],
    ...[prose('text'), url('url', short), time('closes', short), presence, line('access_code', short)],
    tick('alone'),
  ]
}

function menu(): RowsSpec {
  const dish = [line('name', brief), number('capacity', short), ticks('diet', { options: dietMarks })]
  return rows('options', [...dish, lines('choices')], 'name')
}

function hotel(): FieldSpec[] {
  const nights = rows('nights', [date('night', brief), number('rooms', brief)])
  const beds = choice('beds', { options: ['1', '2'], ...short })
  return [
    ...[line('name', brief), url('url', short)],
    choice('contingent.mode', { options: ['none', 'on_account', 'call_off'] }),
    ...[line('contingent.keyword', short), url('contingent.link', short)],
    date('contingent.release', short),
    rows('room_types', [line('name', brief), beds, nights], 'name'),
  ]
}

function question(): FieldSpec[] {
  return [
    ...[line('label.en', short), line('label.de', short)],
    ...[choice('type', { options: questionTypes, ...short }), presence],
    lines('options'),
    ...[tick('required', short), tick('at_check_in', short), line('access_code')],
    rows('when', [line('question', brief), line('answer', brief)]),
  ]
}
