import type { Rules } from './line-model'
import type { Form } from './registering-model'
import { type Act, poolNames, type Stories } from './registering-stories'

type Telltale = { waiting: Rules['waiting']; hours: number[]; empty: string; acts: Act[] }

const form: Form = {
  ...{ presence: 'on_site', days: [], activities: [], meal: null, note: '' },
  stay: { room: 'single', nights: ['1'] },
}
const comes = (email: number): Act => ({ act: 'register', email, copy: 0, form, isTwice: false })
const opens: Act = { act: 'resize', pool: 'hall', size: 1 }
const takes: Act = { act: 'accept', whom: 0, isTwice: false }
const moves: Act = { act: 'change', whom: 0, form: { ...form, stay: { room: 'single', nights: ['2'] } } }

/** For each thing that could be taken out of the house, a story that nobody can tell without it. */
const told = {
  'the order of the line': {
    ...{ waiting: 'auto', empty: 'hall', hours: [] },
    acts: [comes(0), comes(1), opens],
  },
  'holding the new before the old is given back': {
    ...{ waiting: 'auto', empty: 'single 2', hours: [] },
    acts: [comes(0), moves],
  },
  'quiet hours': { waiting: 'offer', empty: 'hall', hours: [0, 13], acts: [comes(0), opens] },
  'the end of an offer': {
    ...{ waiting: 'offer', empty: 'hall', hours: [0, 0, 30] },
    acts: [comes(0), opens, takes],
  },
} satisfies Record<string, Telltale>

export type Guard = keyof typeof told
export const guards = Object.keys(told) as Guard[]

/** The story that gives it away, as it could have been drawn. */
export function telltale(guard: Guard): Stories {
  const { waiting, hours, empty, acts }: Telltale = told[guard]
  const rules = { waiting, isEmailConfirmed: false, isApprovalRequired: false }
  const sizes = poolNames.map((name) => (name === empty ? 0 : null))
  return {
    pauses: acts.map((_, at) => ({ hours: hours[at] ?? 0, isSwept: false })),
    stories: [{ rules, sizes, acts }],
  }
}
