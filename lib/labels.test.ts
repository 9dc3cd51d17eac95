import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitName, labelNames, labelPlace, labelPresets, labelsOnPage, readLabels, roughWidth } from './labels'

test.each(labelNames)('every label of %s lies on its page, and on no other label', (name) => {
  const preset = labelPresets[name]
  const places = Array.from({ length: labelsOnPage(preset) }, (_, at) => labelPlace(preset, at))
  for (const [left, top] of places) {
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(0)
    expect(left + preset.label[0]).toBeLessThanOrEqual(preset.page[0] + 0.001)
    expect(top + preset.label[1]).toBeLessThanOrEqual(preset.page[1] + 0.001)
  }
  for (const [one, a] of places.entries())
    for (const b of places.slice(one + 1)) {
      const isApart =
        Math.abs(a[0] - b[0]) >= preset.label[0] - 0.001 || Math.abs(a[1] - b[1]) >= preset.label[1] - 0.001
      expect(isApart).toBe(true)
    }
})

test('a name is as large as its label allows: a longer one is never larger, and each stays readable', () => {
  const name = fc.string({ minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(name, name, (one, more) => {
      const size = fitName(one, [72, 20], roughWidth, [7, 54])
      expect(size).toBeGreaterThanOrEqual(7)
      expect(size).toBeLessThanOrEqual(54)
      expect(fitName(`${one}${more}`, [72, 20], roughWidth, [7, 54])).toBeLessThanOrEqual(
        fitName(one, [72, 20], roughWidth, [7, 54]),
      )
    }),
    { numRuns: 1000 },
  )
})

test('what an address asks is brought within bounds', () => {
  const read = (query: string) => readLabels(new URLSearchParams(query))
  expect(read('labels=a6&x=1.5&y=-300&blanks=2.7')).toMatchObject({
    name: 'a6',
    shift: [1.5, -20],
    blanks: 2,
  })
  expect(read('labels=constructor&x=NaN&blanks=-1')).toMatchObject({
    name: labelNames[0],
    shift: [0, 0],
    blanks: 0,
  })
})
