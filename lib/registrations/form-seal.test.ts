import { expect, test } from 'vitest'
import { changedSince, sealForm } from './form-seal'

const shown = { name: ['Ada'], diet: ['vegan', 'nut_free'] }

test('what says something else than it did is named, in whichever order it says it', () => {
  const sealed = sealForm(shown)
  expect(changedSince(sealed, { ...shown, diet: ['nut_free', 'vegan'] })).toEqual([])
  expect(changedSince(sealed, { diet: ['vegan'], organization: ['Works'] })).toEqual([
    ...['name', 'diet', 'organization'],
  ])
  expect(changedSince(undefined, shown)).toEqual(['name', 'diet'])
})

test('a seal that somebody made up names nothing that every object has', () => {
  const sealed = `${sealForm(shown)}&constructor=x&__proto__=y&toString=z&other=a`
  expect(changedSince(sealed, shown)).toEqual(['other'])
})
