import { expect, test } from 'vitest'
import { newId } from '../ids'
import { handoutInput } from './schema'

const typed = { id: newId(), purpose: 'Letting in', recipient: 'Front desk', eraseOn: '2027-05-01' }

test('what the database would not take is no part of the words', () =>
  expect(
    handoutInput.parse({ ...typed, purpose: ' Letting\r\nin\u0000 ', recipient: 'Front desk\ud800' }),
  ).toEqual(typed))

test.each([
  [{ recipient: '\u0000 \t' }, ['recipient', 'required']],
  [{ purpose: 'x'.repeat(501) }, ['purpose', 'too_long']],
  [{ eraseOn: '2027-02-30' }, ['eraseOn', 'no_date']],
])('%j is refused at its field', (wrong, [field, problem]) => {
  const { error } = handoutInput.safeParse({ ...typed, ...wrong })
  expect(error?.issues.map(({ path, message }) => [...path, message])).toEqual([[field, problem]])
})
