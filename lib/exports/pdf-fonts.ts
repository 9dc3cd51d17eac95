import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Font } from '@react-pdf/renderer'
import { unpackWoff } from '../woff'

// In this order: the first that knows a letter draws it.
const subsets = [
  ['noto-sans', 'latin'],
  ['noto-sans', 'latin-ext'],
  ['noto-sans', 'greek'],
  ['noto-sans', 'greek-ext'],
  ['noto-sans', 'cyrillic'],
  ['noto-sans', 'cyrillic-ext'],
  ['noto-sans', 'vietnamese'],
  ['noto-sans-hebrew', 'hebrew'],
  ['noto-sans-arabic', 'arabic'],
] as const
const weights = [400, 700] as const
type Drawn = {
  hasGlyphForCodePoint: (point: number) => boolean
  layout: (text: string) => { advanceWidth: number }
  unitsPerEm: number
}

const find = createRequire(import.meta.url).resolve
const nameOf = ([family, subset]: readonly [string, string]) => `${family} ${subset}`
const fonts = new Map<string, Drawn>()

/** Makes the letters of every script we have known to the PDF, and to the questions below. */
export async function loadFonts(): Promise<void> {
  // Names are never cut with a hyphen.
  Font.registerHyphenationCallback((word) => [word])
  for (const subset of subsets) {
    Font.register({
      family: nameOf(subset),
      fonts: weights.map((fontWeight) => ({ fontWeight, src: sourceOf(subset, fontWeight) })),
    })
    for (const fontWeight of weights) await Font.load({ fontFamily: nameOf(subset), fontWeight })
    const drawn = Font.getFont({ fontFamily: nameOf(subset), fontWeight: 700 })?.data as unknown as
      | Drawn
      | undefined
    if (drawn) fonts.set(nameOf(subset), drawn)
  }
}

/** The same text with line breaks and spaces that are drawn as such. */
export const inLines = (text: string): string =>
  text.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll('\t', ' ')

/** Whether each letter of a text is drawn as itself; what no font has would become another letter or a box. */
export const canDraw = (text: string): boolean =>
  Array.from(text).every((letter) => letter === '\n' || fontOf(letter) !== undefined)

/** The families that draw a text, the one of its first letters in front: spaces and digits then look alike. */
export function familiesOf(text: string): string[] {
  const used = Array.from(text).flatMap((letter) => (letter.trim() ? (fontOf(letter) ?? []) : []))
  return used.length > 0 ? [...new Set(used)] : [nameOf(subsets[0])]
}

/** How wide a bold text is at one point. */
export const boldWidth = (text: string): number =>
  Array.from(text).reduce((sum, letter) => {
    const font = fonts.get(fontOf(letter) ?? '')
    return sum + (font ? font.layout(letter).advanceWidth / font.unitsPerEm : 1)
  }, 0)

export const plainFamily = nameOf(subsets[0])

function fontOf(letter: string): string | undefined {
  const point = letter.codePointAt(0)!
  for (const [name, font] of fonts) if (font.hasGlyphForCodePoint(point)) return name
  return undefined
}

function sourceOf([family, subset]: readonly [string, string], weight: number): string {
  const file = find(`@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`)
  return `data:font/ttf;base64,${unpackWoff(readFileSync(file)).toString('base64')}`
}
