import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyEventFile } from '@/prisma/factories/event-files'
import { parseEventFile } from './parse-event-file'
import { planChanges } from './plan-changes'
import type { EventFile } from './schema'

const parsed = parseEventFile(readFileSync('prisma/factories/event-files/scs-hackathon-4.yaml', 'utf8'))
if (!parsed.ok) throw new Error('unreadable')
const hackathon = parsed.file
const planFor = (change: (file: EventFile) => void, holders?: Map<string, number>) => {
  const wanted = structuredClone(hackathon)
  change(wanted)
  return planChanges(hackathon, wanted, holders).map(
    ({ kind, path, sentence }) => `${kind} ${path}: ${sentence}`,
  )
}

describe('the plan', () => {
  it('is empty for what is so already, whatever the event', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(anyEventFile(), (file) => {
        expect(planChanges(file, structuredClone(file))).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })

  it('announces a new event by its address', () => {
    expect(planChanges(undefined, hackathon)).toEqual([
      {
        kind: 'added',
        path: '',
        sentence: 'the event “SCS Community Hackathon #4” at /events/scs-hackathon-4',
      },
    ])
  })

  it('says old and new of what changes', () => {
    const plan = planFor((file) => {
      file.venue!.name = 'Town hall'
      file.capacity.on_site = 60
      file.activities[0]!.starts = '2024-04-15T19:00'
    })
    expect(plan).toEqual([
      'changed venue.name: “GONICUS GmbH” → “Town hall”',
      'changed capacity.on_site: nothing → 60',
      'changed activities.get-together-at-the-r-cafe.starts: “2024-04-15T18:30” → “2024-04-15T19:00”',
    ])
  })

  it('names what comes and goes once, without its parts', () => {
    const plan = planFor((file) => {
      file.hotels = []
      file.meals.push({
        title: 'Dinner',
        key: 'dinner',
        options: [{ name: 'Soup', key: 'soup', diet: [], choices: [] }],
      })
    })
    expect(plan).toEqual([
      'added meals.dinner: “Dinner”',
      'removed hotels.ibis-right-next-to-the-venue: “ibis, right next to the venue”',
    ])
  })

  it('refuses to take away what people hold, and counts them', () => {
    const night = 'hotels.ibis-right-next-to-the-venue.room_types.room.nights.2024-04-15'
    const holders = new Map([
      ['meals.lunch.options.currywurst-with-baguette', 3],
      [night, 1],
    ])
    const plan = planFor((file) => {
      file.meals[0]!.options.splice(1, 1)
      delete file.hotels[0]!.room_types[0]!.nights['2024-04-15']
    }, holders)
    expect(plan.sort()).toEqual([
      `refused ${night}: this night stays: 1 registration holds it`,
      'refused meals.lunch.options.currywurst-with-baguette: “Currywurst with baguette” stays: 3 registrations hold it',
    ])
  })

  it('says that nobody loses a place when a size is lowered below what is given', () => {
    const key = 'hotels.ibis-right-next-to-the-venue.room_types.room.nights.2024-04-15'
    const plan = planFor(
      (file) => {
        file.hotels[0]!.room_types[0]!.nights['2024-04-15'] = 5
      },
      new Map([[key, 12]]),
    )
    expect(plan).toEqual([`changed ${key}: 30 → 5 (12 are given; nobody loses theirs)`])
  })

  it('tells a new order only of those that stay', () => {
    const plan = planFor((file) => void file.meals.reverse())
    expect(plan).toEqual(['changed order of meals: [lunch, snacks] → [snacks, lunch]'])
  })
})
