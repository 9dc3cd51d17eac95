import type { MadeEvent } from './events'
import { type MadeRegistration, makeRegistration } from './registrations'

const hour = 3_600_000
const first = [
  'Ada',
  'Zoë',
  'Jürgen',
  'Mehmet',
  'Priya',
  'Léa',
  'Oluwaseun',
  'Björn',
  'Wen',
  'Carla',
  'Tomasz',
]
const last = ['Sample', 'Beispiel', 'Invented', 'Muster', 'Nobody', 'Fiction', 'Proben', 'Erfunden']
const houses = ['Example Cloud GmbH', 'Open Infra e. V.', 'University of Nowhere', null]

/** An event some weeks after it was announced: invented people on site and from afar, with all they can choose. */
export async function fillEvent(event: MadeEvent, count = 44): Promise<MadeRegistration[]> {
  const people: MadeRegistration[] = []
  for (let at = 0; at < count; at++) people.push(await makeSomebody(event, at, count))
  return people
}

async function makeSomebody(event: MadeEvent, at: number, count: number) {
  const name = `${first[at % first.length]} ${last[(at * 5) % last.length]}`
  const isAway = at % 6 === 5
  return await makeRegistration(event, {
    name,
    email: `${name
      .normalize('NFD')
      .replace(/[^\w ]/g, '')
      .replace(' ', '.')
      .toLowerCase()}.${at}@example.org`,
    organization: houses[at % houses.length],
    presence: isAway ? 'remote' : 'on_site',
    photo: at % 5 === 1 && !isAway ? 'no_camera' : 'fine',
    status: at % 17 === 16 ? 'cancelled' : 'confirmed',
    registeredAt: new Date(Date.now() - (count - at) * 5 * hour),
    ...(isAway ? {} : wishesOf(event, at)),
  })
}

function wishesOf(event: MadeEvent, at: number): Parameters<typeof makeRegistration>[1] {
  const activity = event.activities[at % 2]
  const type = event.hotels.flatMap(({ roomTypes }) => roomTypes)[0]
  const nights = type?.nights.map(({ night }) => night.toISOString().slice(0, 10)) ?? []
  return {
    diet: at % 3 === 0 ? ['vegan'] : at % 3 === 1 ? ['none'] : ['vegetarian', 'nut_free'],
    mealChoices: event.meals.map(({ id, options }) => ({
      mealId: id,
      optionId: options[at % options.length]!.id,
    })),
    ...(activity && at % 4 < 2 && { activities: [{ id: activity.id }] }),
    ...(type && at % 3 === 0 && { stay: { roomTypeId: type.id, nights: nights.slice(0, 1 + (at % 2)) } }),
  }
}
