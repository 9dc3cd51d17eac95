import { expect, test } from 'vitest'
import { doorNames } from '@/e2e/support/in-tree'
import { rightsOfDoors } from '@/e2e/support/rights-of-doors'
import { rightsPage } from '@/e2e/support/rights-page'

test('every page and route has its row, every row its door', () => {
  expect(doorNames()).toEqual(Object.keys(rightsOfDoors).sort())
})

test('docs/rights.md says what the table says; -u writes it anew', async () => {
  await expect(rightsPage()).toMatchFileSnapshot('../docs/rights.md')
})
