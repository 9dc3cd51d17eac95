import { expect, test } from 'vitest'
import { readValues, textOf } from './action'

test('every value of every control, and nothing of the framework or of files', () => {
  const data = new FormData()
  data.append('diet', 'vegan')
  data.append('diet', 'nut_free')
  data.append('$ACTION_ID_1', '')
  data.append('portrait', new File(['x'], 'x.txt'))
  expect(readValues(data)).toEqual({ diet: ['vegan', 'nut_free'] })
})

test('a control may be called like something every object has', () => {
  const data = new FormData()
  for (const name of ['constructor', 'toString', '__proto__']) data.append(name, 'x')
  expect(readValues(data)).toEqual({ constructor: ['x'], toString: ['x'] })
})

test('one control is its text, or nothing', () => {
  const data = new FormData()
  data.append('token', 'x')
  data.append('portrait', new File(['x'], 'x.txt'))
  expect([textOf(data, 'token'), textOf(data, 'portrait'), textOf(data, 'other')]).toEqual(['x', '', ''])
})
