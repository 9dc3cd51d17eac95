import { beforeEach, expect, test, vi } from 'vitest'
import { codeMeant, hearWedge } from './hear-wedge'

class Field {
  value = ''
}
class Choice {}

let listener: (event: object) => void
let scanned: string[]

beforeEach(() => {
  vi.stubGlobal('HTMLInputElement', Field)
  vi.stubGlobal('HTMLSelectElement', Choice)
  vi.stubGlobal('window', {
    addEventListener: (_: string, hear: typeof listener) => {
      listener = hear
    },
  })
  scanned = []
  hearWedge((text) => scanned.push(text))
})

test('a scan while the list of points has the focus chooses no other point; its other keys stay its own', () => {
  const taken = press(new Choice(), [...'K7QF-9MTD-WX2C', 'Enter'], 5)
  expect(scanned).toEqual(['K7QF-9MTD-WX2C'])
  expect(taken).toEqual([...'K7QF-9MTD-WX2C', 'Enter'])
  expect(press(new Choice(), ['ArrowDown', ' ', 'Tab'], 300)).toEqual([])
  expect(press(new Field(), [...'Zoe'], 300)).toEqual([])
})

test('what a scanner with the letters of another keyboard wrote is read with Y and Z in their places, if that is somebody', async () => {
  const people = ['K7QF-YMTD-ZX2C', 'ZZZZ-ZZZZ-ZZZZ', 'YYYY-YYYY-YYYY']
  const isKnown = async (code: string) => people.includes(code)
  expect(await codeMeant('K7QF-ZMTD-YX2C', isKnown)).toBe('K7QF-YMTD-ZX2C')
  expect(await codeMeant('ZZZZ-ZZZZ-ZZZZ', isKnown)).toBe('ZZZZ-ZZZZ-ZZZZ')
  expect(await codeMeant('K7QF-9MTD-WX2Z', isKnown)).toBe('K7QF-9MTD-WX2Z')
})

/** The keys that went no further than the door. */
function press(target: object, keys: string[], pause: number): string[] {
  const taken: string[] = []
  for (const [at, key] of keys.entries())
    listener({
      ...{ key, target, timeStamp: 10_000 + at * pause, stopPropagation: () => {} },
      preventDefault: () => taken.push(key),
    })
  return taken
}
