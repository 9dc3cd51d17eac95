import { newId } from '@/lib/ids'
import type { OrganizerKey } from '@/lib/keys'
import { type MadeEvent, makeEvent } from './events'
import { type MadeRegistration, makeRegistration } from './registrations'

/** An event and its organizer's key, with five people who differ in everything that is listed, sought and counted. */
export async function makeFivePeople(): Promise<{
  event: MadeEvent
  key: OrganizerKey
  people: MadeRegistration[]
}> {
  const event = await makeEvent({
    onSite: 60,
    activities: [{ key: 'tour', size: 0 }],
    meals: [{ key: 'lunch', title: 'Lunch', options: [{ key: 'chili', name: 'Chili' }] }],
  })
  const [{ id: mealId, options }] = event.meals as [MadeEvent['meals'][number]]
  const told = [
    { name: 'Jürgen Müller', email: 'jm@example.org', organization: 'Straße GmbH', allergies: 'nuts' },
    {
      name: 'Zoë Example',
      code: 'ZZZZ-AAAA-BBBB',
      photo: 'no_camera',
      diet: ['vegan', 'halal'],
      mealChoices: [{ mealId, optionId: options[0]!.id }],
    },
    { name: 'Óscar', presence: 'remote', activities: [{ id: event.activities[0]!.id, state: 'waiting' }] },
    { name: "Null O'Brien", status: 'cancelled' },
    { name: 'Łukasz', status: 'waitlisted' },
  ] as const
  const people: MadeRegistration[] = []
  for (const [at, person] of told.entries()) {
    const registeredAt = new Date(Date.UTC(2027, 0, 1, 10, at))
    people.push(await makeRegistration(event, { registeredAt, ...(person as object) }))
  }
  await makeRegistration(await makeEvent(), { name: 'Jürgen of another event' })
  return { event, key: { eventId: event.id, userId: newId(), role: 'owner' } as OrganizerKey, people }
}
