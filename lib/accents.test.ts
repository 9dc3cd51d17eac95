import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { accents } from './accents'

const css = readFileSync(new URL('../app/globals.css', import.meta.url), 'utf8')
const schemes = ['light', 'dark'] as const
const grounds = ['paper', 'surface'] as const
const tones = ['good', 'wait', 'bad', 'info'] as const

describe.each(schemes)('in the %s scheme', (scheme) => {
  const house = block(/^:root \{/m)
  const read = (from: string, token: string) => colour(from, token, scheme)

  test.each(accents)('%s can be read as a ground, as text and on its own tint', (accent) => {
    const own = block(new RegExp(`^(?::root,\\n)?\\[data-accent="${accent}"\\] \\{`, 'm'))
    expect(contrast(read(own, 'accent-ink'), read(own, 'accent'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(read(own, 'accent-text'), read(own, 'accent-soft'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(read(house, 'ink'), read(own, 'accent-soft'))).toBeGreaterThanOrEqual(7)
    expect(contrast(read(house, 'muted'), read(own, 'accent-soft'))).toBeGreaterThanOrEqual(4.5)
    for (const ground of [...grounds, 'raised']) {
      expect(contrast(read(own, 'accent-text'), read(house, ground))).toBeGreaterThanOrEqual(4.5)
    }
  })

  test.each(tones)('%s can be read as a ground, as text and on its own tint', (tone) => {
    expect(contrast(read(house, `${tone}-ink`), read(house, tone))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(read(house, `${tone}-text`), read(house, `${tone}-soft`))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(read(house, 'ink'), read(house, `${tone}-soft`))).toBeGreaterThanOrEqual(7)
    for (const ground of grounds) {
      expect(contrast(read(house, `${tone}-text`), read(house, ground))).toBeGreaterThanOrEqual(4.5)
    }
  })

  test.each([...grounds, 'raised'])('ink, muted ink and control borders show on %s', (ground) => {
    expect(contrast(read(house, 'ink'), read(house, ground))).toBeGreaterThanOrEqual(7)
    expect(contrast(read(house, 'muted'), read(house, ground))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(read(house, 'line-strong'), read(house, ground))).toBeGreaterThanOrEqual(3)
  })
})

test('the measure itself knows black on white, and would catch a pale yellow on white', () => {
  expect(contrast([0, 0, 0], [1, 1, 1])).toBeCloseTo(21)
  expect(contrast(linear(0.95, 0.1, 100), [1, 1, 1])).toBeLessThan(1.5)
})

type Rgb = [number, number, number]

function block(start: RegExp): string {
  const at = css.search(start)
  if (at < 0) throw new Error(`globals.css has no rule ${start}`)
  return css.slice(at, css.indexOf('}', at))
}

function colour(rule: string, token: string, scheme: (typeof schemes)[number]): Rgb {
  const both = new RegExp(`--${token}: light-dark\\(oklch\\(([^)]+)\\), oklch\\(([^)]+)\\)\\)`).exec(rule)
  if (!both) throw new Error(`no --${token} in ${rule.slice(0, 40)}`)
  const [l, c, h] = (scheme === 'light' ? both[1] : both[2])!.split(' ').map(Number)
  return linear(l!, c!, h!)
}

/** OKLCH to linear-light sRGB, clipped to what a screen can show (CSS Color 4, section 9.2). */
function linear(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (x: number) => Math.min(1, Math.max(0, x))
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

function contrast(one: Rgb, other: Rgb): number {
  const [dim, bright] = [one, other]
    .map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b)
    .sort((x, y) => x - y)
  return (bright! + 0.05) / (dim! + 0.05)
}
