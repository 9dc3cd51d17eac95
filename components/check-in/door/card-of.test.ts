import { expect, test } from 'vitest'
import { isInside, mayTick } from '@/lib/check-in/rules'
import type { Arrival, Snapshot, SnapshotPerson } from '@/lib/check-in/schema'
import { cardOf } from './card-of'
import type { DoorState, Shown } from './door-state'
import { Picture } from './picture'

test('an ID and a sticker are noted on somebody who is in, never on somebody who went out', () => {
  const picture = pictureOf({})
  picture.note(fact('came', 'arrive', 1))
  const came = () => cardOf(shown('arrived'), { picture } as DoorState)
  expect(mayTick(came())).toBe(true)
  picture.note(fact('went', 'leave', 2))
  const went = cardOf(shown('left'), { picture } as DoorState)
  expect([went.person?.arrivalId, mayTick(went), mayTick(came())]).toEqual(['came', false, false])
  picture.note({ ...fact('back', 'undo', 3), u: 'went' })
  expect([isInside(cardOf(shown('undone'), { picture } as DoorState)), mayTick(came())]).toEqual([true, true])
  picture.note({ ...fact('gone', 'undo', 4), u: 'came' })
  expect(isInside(cardOf(shown('undone'), { picture } as DoorState))).toBe(false)
})

test('a question, a meal or an activity that this list does not have yet is left out', () => {
  const state = { picture: pictureOf({ a: [0, 1], m: [3], q: [[2, 'yes']] }) } as DoorState
  expect(cardOf(shown('arrived'), state).person).toMatchObject({
    activities: ['Sauna'],
    meals: [],
    answers: [],
  })
})

const pictureOf = (person: Partial<SnapshotPerson>) =>
  new Picture({
    ...{ activities: ['Sauna'], meals: [], questions: [], arrivals: [] },
    people: [{ i: 'zoe', h: 'hash', n: 'Zoë Sample', ...person }],
  } as Partial<Snapshot> as Snapshot)

const fact = (f: string, k: Arrival['k'], t: number): Arrival => ({ f, i: 'zoe', p: 'door', k, t, d: 'desk' })

const shown = (outcome: Shown['verdict']['outcome']): Shown => ({
  ...{ factId: 'shown', kind: 'arrive', verdict: { outcome }, by: 'device', at: 0, point: 'door' },
  ...{ registrationId: 'zoe', told: null, code: null },
})
