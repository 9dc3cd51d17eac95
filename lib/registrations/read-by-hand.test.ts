import { expect, test } from 'vitest'
import { readByHand } from './read-by-hand'

const form = {
  name: ['Ada Sample'],
  email: ['ada@example.org'],
  presence: ['on_site'],
  photo: ['fine'],
  submissionId: ['one'],
  agreed: ['on_paper'],
  language: ['en'],
}

test('the form and what only the team decides are read together', () => {
  expect(readByHand({ ...form, isTold: ['on'] })).toMatchObject({
    ok: true,
    input: { name: 'Ada Sample' },
    how: { agreed: 'on_paper', isTold: true, isForced: false },
  })
  expect(readByHand(form)).toMatchObject({ ok: true, how: { isTold: false } })
  expect(readByHand(form, true)).toMatchObject({ ok: true, how: { isTold: true } })
})

test('what is wrong in either is said at once', () => {
  expect(readByHand({ ...form, email: ['nobody'], agreed: [''] })).toEqual({
    ok: false,
    problems: { email: expect.any(String), agreed: 'missing' },
  })
})
