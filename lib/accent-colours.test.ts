import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { accentColours, houseColours } from './accent-colours'
import { accents } from './accents'

const css = readFileSync(new URL('../app/globals.css', import.meta.url), 'utf8')

test.each(Object.entries(houseColours))('%s is the colour of the pages', (token, shades) => {
  expect(shadesOf(block(/^:root \{/m), token)).toEqual(shades)
})

test.each(accents)('%s is the same in a mail as on a page', (accent) => {
  const rule = block(new RegExp(`^\\[data-accent="${accent}"\\] \\{`, 'm'))
  for (const [token, shades] of Object.entries(accentColours[accent]))
    expect(shadesOf(rule, token)).toEqual(shades)
})

function block(start: RegExp): string {
  const at = css.search(start)
  expect(at, `globals.css has no rule ${start}`).toBeGreaterThanOrEqual(0)
  return css.slice(at, css.indexOf('}', at))
}

function shadesOf(rule: string, token: string): string[] {
  const found = new RegExp(`--${token}: light-dark\\(oklch\\(([^)]+)\\), oklch\\(([^)]+)\\)\\)`).exec(rule)
  return [found![1]!, found![2]!].map((shade) =>
    toHex(shade.split(' ').map(Number) as [number, number, number]),
  )
}

/** OKLCH to sRGB, clipped to what a screen can show (CSS Color 4, section 9.2). */
function toHex([lightness, chroma, hue]: [number, number, number]): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  const encoded = (x: number) => (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055)
  const byte = (x: number) => Math.round(255 * encoded(Math.min(1, Math.max(0, x))))
  return `#${channels.map((x) => byte(x).toString(16).padStart(2, '0')).join('')}`
}
