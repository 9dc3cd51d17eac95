import { expect, test } from 'vitest'
import { greeting } from './greeting'

const camera = 'The camera and working offline at the door need https, except on localhost.'

test('says where it is open, how the first admin signs in, and what plain http cannot do', () => {
  expect(greeting('http://localhost:3000', 'http://localhost:3000/sign-in/abc')).toEqual([
    '\nLanyard is open at http://localhost:3000',
    'Sign in as admin (once, within 24 hours): http://localhost:3000/sign-in/abc',
    camera,
  ])
})

test('asks nobody for https who has it', () => {
  expect(greeting('https://hack.example.org', null)).toEqual([
    '\nLanyard is open at https://hack.example.org',
  ])
})
