import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseEventFile } from './parse-event-file'

const six = `title: Test
slug: test
timezone: Europe/Berlin
starts: 2026-04-16T09:30
ends: 2026-04-16T19:00
contacts: [{ role: organizers, email: team@example.org }]
`
const read = (name: string) => readFileSync(`prisma/factories/event-files/${name}.yaml`, 'utf8')
const fileOf = (text: string, options?: { shiftTo: string }) => {
  const parsed = parseEventFile(text, options)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.file
}
const problemsOf = (text: string) => {
  const parsed = parseEventFile(text)
  return parsed.ok ? [] : parsed.problems.map(({ line, column, path }) => `${line}:${column} ${path}`)
}
const sentencesOf = (text: string) => {
  const parsed = parseEventFile(text)
  return parsed.ok ? [] : parsed.problems.map(({ sentence }) => sentence)
}

describe('an event file', () => {
  it('reads the third hackathon', () => {
    const file = fileOf(read('scs-hackathon-3'))
    expect(file.meals[0]?.options.map(({ key, diet }) => [key, diet])).toEqual([
      ['vegan', ['vegan']],
      ['vegetarian', ['vegetarian']],
      ['with-meat', []],
    ])
    expect(file.hotels[0]).toMatchObject({ key: 'motel-one-dresden-palaisplatz', contingent: 'none' })
    expect(file.topics).toHaveLength(12)
    expect(file.access_list.required).toBe(true)
  })

  it('reads the fourth, whose nights and rooms per night mean one room type', () => {
    const file = fileOf(read('scs-hackathon-4'))
    expect(file.also_known_as).toEqual(['4hackathon', 'hackathon-4'])
    expect(file.capacity).toEqual({ remote: 'unlimited' })
    expect(file.hotels[0]?.contingent).toEqual({ mode: 'call_off', release: '2024-03-31' })
    expect(file.hotels[0]?.room_types).toEqual([
      { name: 'Room', key: 'room', beds: 1, nights: { '2024-04-15': 30, '2024-04-16': 30 } },
    ])
  })

  it('needs six keys and has a default for every other', () => {
    expect(fileOf(six)).toMatchObject({
      registration: { waiting: 'auto', approval: false },
      capacity: {},
      access_list: { required: false },
      photos: { taken: false },
      check_in_points: [{ key: 'entrance', arrival: true }],
      languages: ['en'],
    })
    expect(fileOf(six).status).toBeUndefined()
    expect(problemsOf('series: Alone')).toEqual(
      ['title', 'slug', 'timezone', 'starts', 'ends', 'contacts'].map((key) => `1:1 ${key}`),
    )
  })

  it('takes a key without a value as not written', () => {
    expect(fileOf(`${six}summary:\nvenue:\n`).venue).toBeUndefined()
  })

  it('names an unknown key with the line and column of the key', () => {
    expect(problemsOf(`${six}activites: []\nmeals:\n  - title: Lunch\n    menu: []\n`)).toEqual([
      '7:1 activites',
      '10:5 meals.0.menu',
    ])
  })

  it('points into lists and into either reading of an option', () => {
    const meals = 'meals:\n  - title: Lunch\n    options: [vegan, { nme: Soup, name: Soup }, 4]\n'
    expect(problemsOf(`${six}${meals}`)).toEqual(['9:24 meals.0.options.1.nme', '9:49 meals.0.options.2'])
  })

  it('refuses a day that is not in the calendar and an hour the clocks skip', () => {
    const activity = (starts: string) => `${six}activities:\n  - title: Walk\n    starts: ${starts}\n`
    expect(problemsOf(activity('2026-02-30T10:00'))).toEqual(['9:5 activities.0.starts'])
    expect(sentencesOf(activity('2026-03-29T02:30'))).toEqual([
      '2026-03-29T02:30 does not exist in Europe/Berlin: the clocks skip that hour',
    ])
  })

  it('refuses years that no calendar here has', () => {
    const hotel =
      'hotels: [{ name: Inn, contingent: { mode: on_account, nights: [0000-01-01], rooms_per_night: 1 } }]'
    expect(sentencesOf(six.replaceAll('2026', '0000'))[0]).toBe(
      '“0000-04-16T09:30” is not a date with a time, such as 2026-04-16T09:30',
    )
    expect(sentencesOf(`${six}${hotel}\n`)).toEqual([
      '“0000-01-01” is not a date that exists, such as 2026-04-16',
    ])
  })

  it('speaks of quotation marks only where a text is wanted', () => {
    expect(sentencesOf(`${six}edition: 1.5\nsummary: 4\n`)).toEqual([
      'has to be a whole number, not the number 1.5',
      'has to be a text, not the number 4 (put it in quotes to make it a text)',
    ])
  })

  it('takes the first of two hours of the same name, and the second by its offset', () => {
    const starts = (text: string) =>
      fileOf(`${six}activities:\n  - { title: Walk, starts: ${text} }\n`).activities[0]?.starts
    expect(starts('2026-10-25T02:30')).toBe('2026-10-25T02:30')
    expect(starts('2026-10-25T02:30+02:00')).toBe('2026-10-25T02:30')
    expect(starts('2026-10-25T02:30+01:00')).toBe('2026-10-25T02:30+01:00')
    expect(starts('2026-07-01T08:00Z')).toBe('2026-07-01T10:00')
  })

  it('wants what ends to end later', () => {
    expect(sentencesOf(six.replace('19:00', '09:30'))).toEqual(['has to be later than 2026-04-16T09:30'])
  })

  it('makes keys from titles and refuses two of the same', () => {
    const walks = '  - { title: Führung & Grüße, starts: 2026-04-16T10:00 }\n'
    expect(fileOf(`${six}activities:\n${walks}`).activities[0]?.key).toBe('fuehrung-gruesse')
    expect(problemsOf(`${six}activities:\n${walks}${walks}`)).toEqual(['9:5 activities.1'])
  })

  it('wants the nights of a hotel once, and only with a contingent', () => {
    const hotel = (rest: string) => sentencesOf(`${six}hotels:\n  - { name: Inn, ${rest} }\n`)
    const types = 'room_types: [{ name: Single, nights: { 2026-04-15: 3 } }]'
    expect(hotel(`contingent: { mode: on_account }, ${types}`)).toEqual([])
    expect(hotel('contingent: { mode: on_account }')).toEqual([
      'a contingent needs rooms and their nights (room_types, or nights with rooms_per_night)',
    ])
    expect(hotel(types)).toHaveLength(1)
    expect(
      hotel(`contingent: { mode: call_off, nights: [2026-04-15], rooms_per_night: 2 }, ${types}`),
    ).toHaveLength(1)
  })

  it('accepts diet words with hyphens', () => {
    const meal = '  - { title: Lunch, options: [gluten-free, { name: Soup, diet: [nut-free, vegan] }] }\n'
    expect(fileOf(`${six}meals:\n${meal}`).meals[0]?.options.map(({ diet }) => diet)).toEqual([
      ['gluten_free'],
      ['vegan', 'nut_free'],
    ])
  })

  it('says where YAML itself is broken', () => {
    expect(problemsOf('title: a\n\tslug: b\n')).toEqual(['2:1 '])
    expect(problemsOf('title: a\ntitle: b\n')).toEqual(['2:1 '])
    expect(sentencesOf('')).toHaveLength(1)
  })

  it('says so in the language of the reader, also where it is no file at all', () => {
    const inGerman = (text: string) => {
      const parsed = parseEventFile(text, { language: 'de' })
      return parsed.ok ? [] : parsed.problems.map(({ sentence }) => sentence)
    }
    expect(inGerman('title: a\ntitle: b\n')).toEqual(['diesen Schlüssel gibt es hier zweimal'])
    expect(inGerman('- a')).toEqual([
      'eine Veranstaltungsdatei besteht aus Schlüsseln und Werten wie „title: …“',
    ])
    expect(inGerman('['.repeat(50_000))).toEqual(['die Datei ist zu tief verschachtelt'])
    expect(inGerman('{'.repeat(1_000_001))).toEqual(['die Datei ist größer als 1 MB'])
    expect(inGerman('a: "b')[0]).toMatch(/^das ist kein YAML: /)
  })

  it('refuses alias bombs, bottomless nesting, other languages and large files', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x]', 'b: &b [*a,*a,*a,*a,*a,*a,*a]', 'c: [*b,*b,*b,*b,*b,*b,*b,*b]']
    expect(sentencesOf(bomb.join('\n'))).toEqual(['too many aliases (*name); write the values out'])
    expect(sentencesOf('['.repeat(50_000))).toEqual(['the file is nested too deeply'])
    expect(sentencesOf('{'.repeat(1_000_001))).toEqual(['the file is larger than 1 MB'])
    expect(problemsOf(`${six}__proto__: { admin: true }\n`)).toEqual(['7:1 __proto__'])
  })

  it('knows its own colours and languages, and names them where another stands', () => {
    expect(problemsOf(`${six}accent: mauve\nlanguages: [de, fr]\n`)).toEqual([
      '7:1 accent',
      '8:17 languages.1',
    ])
    const [accent, language] = sentencesOf(`${six}accent: mauve\nlanguages: [de, fr]\n`)
    expect(accent).toContain('“coral” or “amber”')
    expect(accent).toContain('not “mauve”')
    expect(language).toBe('has to be “en” or “de”, not “fr”')
    expect(fileOf(`${six}accent: plum\nlanguages: [de]\n`)).toMatchObject({
      accent: 'plum',
      languages: ['de'],
    })
  })

  it('refuses control characters and addresses that are no web addresses', () => {
    expect(problemsOf(`${six}summary: "a\\0b"\nlinks: [{ label: x, url: "javascript:alert(1)" }]\n`)).toEqual(
      ['7:1 summary', '8:21 links.0.url'],
    )
  })

  it('takes sites for frames as their origin, and nothing that could be more than one', () => {
    const { embed_origins } = fileOf(
      `${six}embed_origins: ["https://Community.Example/", "http://localhost:8080", "https://example.org:443"]\n`,
    )
    expect(embed_origins).toEqual([
      'https://community.example',
      'http://localhost:8080',
      'https://example.org',
    ])
    const odd = [
      'https://a.example/page',
      'https://*',
      'https://a.example;script-src',
      'https://me@a.example',
      'nonsense',
    ]
    for (const value of odd)
      expect(problemsOf(`${six}embed_origins: ["${value}"]\n`)).toEqual(['7:17 embed_origins.0'])
  })

  it('moves every date together and keeps local times across a change of clocks', () => {
    const file = fileOf(read('scs-hackathon-4'), { shiftTo: '2026-11-17' })
    expect([file.starts, file.ends]).toEqual(['2026-11-17T09:30', '2026-11-17T19:00'])
    expect(file.activities[0]?.starts).toBe('2026-11-16T18:30')
    expect(file.hotels[0]).toMatchObject({
      contingent: { release: '2026-11-01' },
      room_types: [{ nights: { '2026-11-16': 30, '2026-11-17': 30 } }],
    })
  })
})
