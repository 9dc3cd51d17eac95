import type { Accent } from './accents'

/** Light first, then dark. */
export type Shades = readonly [light: string, dark: string]

// A mail cannot read app/globals.css; the test beside this file holds both to the same colours.
export const houseColours = {
  paper: ['#f8f5f1', '#101318'],
  surface: ['#fefdfb', '#191c23'],
  raised: ['#f0ede6', '#242830'],
  ink: ['#171c25', '#efece7'],
  muted: ['#4f545e', '#acb0b7'],
  line: ['#d9d5cf', '#33373f'],
} satisfies Record<string, Shades>

/** `accent` is the strip's ground, `accent-ink` what is written on it, `accent-text` links on paper. */
export const accentColours: Record<Accent, Record<'accent' | 'accent-ink' | 'accent-text', Shades>> = {
  coral: colours('#f67c62 #fb947c', '#2b0e08 #270d08', '#983623 #feb19e'),
  amber: colours('#f4af38 #f7bc57', '#2c1800 #241503', '#774a08 #f5ca7f'),
  moss: colours('#4b6525 #a3c66a', '#f8fcef #111905', '#3f561a #bfda8d'),
  teal: colours('#006b64 #59cabc', '#f2fdfb #001917', '#005a56 #8be0d4'),
  lagoon: colours('#42c9d9 #62d4e2', '#001f27 #011a21', '#005a6d #8be1ed'),
  sky: colours('#54b1ee #6fc1f6', '#051729 #061626', '#06568b #9cd6fc'),
  cobalt: colours('#184db6 #77a4f6', '#f6faff #050e25', '#1548ad #a9c8ff'),
  iris: colours('#684fc8 #ada0f7', '#fbfbff #110d26', '#5b41b5 #cbc1fe'),
  plum: colours('#6d2c6c #d48fd1', '#fff7ff #1d081d', '#6d2c6c #eab7e7'),
  rose: colours('#c02862 #f38ea8', '#fffbfd #23060f', '#a31e4d #fbb4c4'),
  brick: colours('#8c3715 #e48f6a', '#fff8f2 #240c04', '#843312 #f7bb9d'),
  slate: colours('#39495d #a2b7cd', '#f7fafe #0a1421', '#374960 #c3d3e4'),
}

function colours(accent: string, ink: string, text: string) {
  const shades = (pair: string) => pair.split(' ') as unknown as Shades
  return { accent: shades(accent), 'accent-ink': shades(ink), 'accent-text': shades(text) }
}
