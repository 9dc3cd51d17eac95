import fc from 'fast-check'
import type { Rules } from './line-model'
import { allDays, type Form } from './registering-model'

export const poolNames = [
  ...['hall', 'remote', ...allDays, 'walk', 'tour', 'soup', 'salad'],
  ...['single 1', 'single 2', 'double 1'],
] as const
/** Where each room has nights. */
export const rooms: Record<string, string[]> = { single: ['1', '2'], double: ['1'] }

const stay: fc.Arbitrary<Form['stay']> = fc.oneof(
  fc.constant(null),
  fc.subarray(rooms.single!, { minLength: 1 }).map((nights) => ({ room: 'single', nights })),
  fc.constant<Form['stay']>({ room: 'double', nights: ['1'] }),
)
const form = fc.record<Form>({
  presence: fc.constantFrom('on_site', 'on_site', 'on_site', 'on_site', 'remote', 'activity_only'),
  days: fc.subarray(allDays),
  activities: fc.subarray(['walk', 'tour']),
  stay,
  meal: fc.constantFrom(null, 'soup', 'salad'),
  note: fc.constantFrom('', '', 'with a ramp'),
})
const size = fc.option(fc.nat(2), { nil: null, freq: 5 })
const whom = fc.nat(59)
const isTwice = fc.constantFrom(false, false, false, true)
const one = <const Name extends string>(act: Name) =>
  fc.record({ act: fc.constant<Name>(act), whom, isTwice })
const registering = fc.record({
  act: fc.constant('register' as const),
  email: fc.nat(4),
  copy: fc.nat(1),
  form,
  isTwice,
})

const act = fc.oneof(
  { arbitrary: registering, weight: 5 },
  { arbitrary: fc.record({ act: fc.constant('change' as const), whom, form }), weight: 6 },
  { arbitrary: one('accept'), weight: 4 },
  { arbitrary: one('decline'), weight: 3 },
  { arbitrary: one('cancel'), weight: 2 },
  { arbitrary: one('confirm'), weight: 3 },
  { arbitrary: one('approve'), weight: 3 },
  { arbitrary: one('refuse'), weight: 1 },
  { arbitrary: one('erase'), weight: 1 },
  {
    arbitrary: fc.record({
      act: fc.constant('resize' as const),
      pool: fc.constantFrom('hall', 'hall', 'hall', ...poolNames),
      size,
    }),
    weight: 4,
  },
)
export type Act = Drawn<typeof act>
type Drawn<T> = T extends fc.Arbitrary<infer V> ? V : never

const rules: fc.Arbitrary<Rules> = fc.record({
  waiting: fc.constantFrom('auto', 'auto', 'offer', 'offer', 'off'),
  isEmailConfirmed: fc.constantFrom(false, false, true),
  isApprovalRequired: fc.constantFrom(false, false, true),
})
/** The hall is what people wait for most; days seldom run out before it. */
const sizeOf: Record<string, fc.Arbitrary<number | null>> = {
  hall: fc.constantFrom(0, 1, 1, 2, null),
  ...Object.fromEntries(allDays.map((day) => [day, fc.constantFrom(null, null, null, null, 1)])),
}
const sizes: fc.Arbitrary<(number | null)[]> = fc.tuple(...poolNames.map((name) => sizeOf[name] ?? size))

const mostActs = 8

/** What happens before an act: some hours pass, and whoever sweeps comes by, or is late. */
const pause = fc.record({
  hours: fc.constantFrom<number[]>(0, 0, 0, 0, 2, 9, 30, 100),
  isSwept: fc.boolean(),
})

/** A few people come, then anything happens. */
const acts = fc
  .tuple(
    fc.array(registering, { minLength: 1, maxLength: 4 }),
    fc.array(act, { minLength: 2, maxLength: mostActs - 4 }),
  )
  .map(([crowd, rest]): Act[] => [...crowd, ...rest])
const story = fc.record({ rules, sizes, acts })

/** Several events that share one clock, so that they can be told side by side; all there, until one fails. */
export const storiesOf = (most: number) =>
  fc.record({
    pauses: fc.array(pause, { minLength: mostActs, maxLength: mostActs }),
    stories: fc.array(fc.option(story, { freq: 99 }), { minLength: most, maxLength: most }),
  })
export type Stories = Drawn<ReturnType<typeof storiesOf>>
export type Story = Drawn<typeof story>
