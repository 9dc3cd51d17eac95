import { languages } from '../languages'
import { translator } from '../messages'
import { isDate } from '../questions/rules'
import { fold } from './fold'

/** The entries of one cell: ours are separated by semicolons, those of others by commas or lines. */
export function entriesOf(cell: string): string[] {
  const parts = cell.includes(';') ? cell.split(';') : cell.split(/[,\n|]/)
  return parts.map((part) => part.trim()).filter(Boolean)
}

/** A yes or a no in the words of any list; null where it is neither. */
export function yesOrNo(cell: string): boolean | null {
  const word = fold(cell)
  if (
    ['yes', 'y', 'ja', 'j', 'true', 'wahr', '1', 'x', 'on', 'ok', 'given', 'agreed', 'zugestimmt'].includes(
      word,
    ) ||
    cell.trim() === '✓'
  )
    return true
  return ['', 'no', 'n', 'nein', 'false', 'falsch', '0', 'off', 'not given', 'none', '–', '-'].includes(word)
    ? false
    : null
}

/** A date as `2024-04-15`, from itself or from `15.4.2024`; what is no date stays as it is, for the form to complain of. */
export function dateIn(cell: string): string {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell.trim()) ?? []
  const text = day ? `${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}` : cell.trim().slice(0, 10)
  return isDate(text) ? text : cell.trim()
}

/** The word of one of our closed lists that a cell says, in our own spelling, in English or German; else the cell. */
export function wordIn<Word extends string>(
  list: 'presence' | 'photo' | 'diet',
  words: readonly Word[],
  cell: string,
): string {
  const said = fold(cell)
  const isSaid = (word: Word) =>
    fold(word) === said ||
    languages.some(({ code }) => fold(translator(code, `organizer.${list}`)(word)) === said) ||
    (otherWords[`${list} ${word}`] ?? []).includes(said)
  return words.find(isSaid) ?? cell.trim()
}

/** Whether a status of another shop says that somebody does not come. */
export const isCancelledThere = (cell: string): boolean =>
  /^(cancell?ed|canceled|storniert|void(ed)?|refunded|erstattet|not attending|declined|abgelehnt|expired|abgelaufen|deleted|geloscht)\b/.test(
    fold(cell),
  )

const otherWords: Record<string, string[]> = {
  'presence on_site': ['onsite', 'in person', 'prasenz', 'offline', 'vor ort ticket', 'on site ticket'],
  'presence remote': ['remote', 'virtual', 'virtuell', 'online ticket', 'remote ticket', 'fern'],
  'photo fine': ['ok', 'okay', 'yes', 'ja', 'fine', 'erlaubt', 'allowed', 'fotos ok', 'photos ok'],
  'photo no_camera': [
    'no',
    'nein',
    'no photos',
    'no photo',
    'kein foto',
    'keine kamera',
    'nicht erlaubt',
    'not allowed',
  ],
  'diet none': ['none', 'no', 'keine', 'nein', 'alles', 'everything', 'omnivore', 'mixed', 'mischkost'],
  'diet vegetarian': ['vegetarier', 'vegetarierin', 'veggie'],
  'diet vegan': ['veganer', 'veganerin'],
  'diet other': ['sonstiges', 'andere'],
}
