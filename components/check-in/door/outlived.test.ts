import { expect, test } from 'vitest'
import { isOutlived } from './outlived'

const noon = Date.UTC(2027, 3, 16, 12)

test('a phone that is paired here forgets where it was paired before; an account has many doors', () => {
  const paired = isOutlived({ door: 'here', holder: 'device' }, noon)
  expect(paired({ holder: 'device' }, 'there')).toBe(true)
  expect(paired({ holder: 'account' }, 'there')).toBe(false)
  expect(paired({ holder: 'device' }, 'here')).toBe(false)
  const own = isOutlived({ door: 'here', holder: 'account' }, noon)
  expect(own({ holder: 'account' }, 'there')).toBe(false)
  expect(own({ holder: 'device' }, 'there')).toBe(false)
})

test('whatever has had its time goes with the next door that opens, whoever held it', () => {
  for (const holder of ['account', 'device'] as const) {
    const outlived = isOutlived({ door: 'here', holder: 'account' }, noon)
    expect(outlived({ holder, endsAt: noon }, 'there')).toBe(true)
    expect(outlived({ holder, endsAt: noon + 1 }, 'there')).toBe(false)
    expect(outlived({ holder, endsAt: noon }, 'here')).toBe(false)
  }
})
