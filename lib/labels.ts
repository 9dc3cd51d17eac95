/** Sheets and rolls of labels, in millimetres; what is left over lies evenly around. */
export const labelPresets = {
  'avery-l4785': { page: [210, 297], label: [80, 50], columns: 2, rows: 5, gap: [15, 5] },
  'avery-l4784': { page: [210, 297], label: [63.5, 29.6], columns: 3, rows: 9, gap: [2.5, 0] },
  'avery-l7418': { page: [210, 297], label: [86.5, 55.5], columns: 2, rows: 4, gap: [0, 0] },
  a6: { page: [210, 297], label: [105, 148.5], columns: 2, rows: 2, gap: [0, 0] },
  'a6-single': { page: [105, 148], label: [105, 148], columns: 1, rows: 1, gap: [0, 0] },
  'roll-62': { page: [62, 100], label: [62, 100], columns: 1, rows: 1, gap: [0, 0] },
} as const satisfies Record<string, LabelPreset>
export type LabelName = keyof typeof labelPresets
export const labelNames = Object.keys(labelPresets) as LabelName[]

type Pair = readonly [number, number]
export type LabelPreset = { page: Pair; label: Pair; columns: number; rows: number; gap: Pair }

/** Where a label of a page lies, from the upper left, moved by so much because no two printers feed alike. */
export function labelPlace(preset: LabelPreset, at: number, [right, down]: Pair = [0, 0]): Pair {
  const { page, label, columns, rows, gap } = preset
  const used = [columns * label[0] + (columns - 1) * gap[0], rows * label[1] + (rows - 1) * gap[1]] as const
  const [column, row] = [at % columns, Math.floor(at / columns)]
  return [
    (page[0] - used[0]) / 2 + column * (label[0] + gap[0]) + right,
    (page[1] - used[1]) / 2 + row * (label[1] + gap[1]) + down,
  ]
}

export const labelsOnPage = ({ columns, rows }: LabelPreset): number => columns * rows

/**
 * The largest size in points, in steps of a half, at which a name fits a box of millimetres; `widthOf` is how wide text
 * is at one point. Words break only between letters when one alone is too wide for a line.
 */
export function fitName(
  name: string,
  [width, height]: Pair,
  widthOf: (text: string) => number,
  [least, most]: Pair,
): number {
  const words = name.split(/\s+/).filter(Boolean)
  for (let size = most; size > least; size -= 0.5) {
    const lines = linesOf(words, (width * pointsPerMillimetre) / size, widthOf)
    if (lines !== null && lines * size * lineHeightOf(name) <= height * pointsPerMillimetre) return size
  }
  return least
}

export const pointsPerMillimetre = 72 / 25.4
/** Some scripts reach further up and down than Latin does. */
export const lineHeightOf = (text: string): number =>
  /[\p{sc=Arabic}\p{sc=Devanagari}\p{sc=Thai}\p{sc=Tibetan}\p{sc=Bengali}\p{sc=Tamil}]/u.test(text)
    ? 1.65
    : 1.25

// How many lines the words take at this width; null where one word alone is wider.
function linesOf(words: string[], width: number, widthOf: (text: string) => number): number | null {
  let [lines, used] = [1, 0]
  const space = widthOf(' ')
  for (const word of words) {
    const wide = widthOf(word)
    if (wide > width) return null
    if (used > 0 && used + space + wide > width) {
      lines++
      used = wide
    } else used += (used > 0 ? space : 0) + wide
  }
  return lines
}

/** What of a badge fits where: the code's side, the box of the name, and whether there is room for the organisation. */
export function badgeParts([wide, tall]: Pair, organization: string) {
  const square = Math.min(wide, tall) * 0.34
  const hasOrganization = organization !== '' && tall >= 35
  const name: Pair = [wide - 8, tall - square - (hasOrganization ? 16 : 11)]
  return { square, name, hasOrganization, sizes: [7, Math.min(54, tall * 0.9)] as Pair }
}

/** How wide text is at one point, roughly and rather too wide, where no font can be asked: in a browser on paper. */
export const roughWidth = (text: string): number =>
  Array.from(text.normalize('NFC')).reduce((sum, letter) => sum + widthOfLetter(letter), 0)

function widthOfLetter(letter: string): number {
  if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(letter)) return 0
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Extended_Pictographic}]/u.test(letter))
    return 1.05
  if (/[ilI.,'’|:;!jtfr()\s-]/.test(letter)) return 0.36
  if (/[mwMW@%]/.test(letter)) return 0.98
  return /\p{Lu}/u.test(letter) ? 0.74 : 0.6
}

export type LabelWish = { name: LabelName; preset: LabelPreset; shift: Pair; blanks: number }

/** Which labels an address asks for, how far they are moved, and how many blank ones follow. */
export function readLabels(query: URLSearchParams): LabelWish {
  const name = labelNames.find((one) => one === query.get('labels')) ?? labelNames[0]!
  const shift = [number(query, 'x', -20, 20), number(query, 'y', -20, 20)] as const
  return { name, preset: labelPresets[name], shift, blanks: Math.floor(number(query, 'blanks', 0, 500)) }
}

function number(query: URLSearchParams, name: string, least: number, most: number): number {
  const given = Number(query.get(name) ?? 0)
  return Number.isFinite(given) ? Math.min(most, Math.max(least, given)) : 0
}
