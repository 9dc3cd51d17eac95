/** The strip colours an event may wear; each is a `[data-accent]` rule in app/globals.css. */
export const accents = [
  'coral',
  'amber',
  'moss',
  'teal',
  'lagoon',
  'sky',
  'cobalt',
  'iris',
  'plum',
  'rose',
  'brick',
  'slate',
] as const

export type Accent = (typeof accents)[number]

export const defaultAccent: Accent = 'teal'
