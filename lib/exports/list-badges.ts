import 'server-only'
import { listBlankBadges } from '../badges/queries'
import type { OrganizerKey } from '../keys'
import type { BadgeFace, Sheet } from './schema'

/**
 * What stands on each badge, and so many blank ones behind them for those who come unexpected: first those that were made
 * to be given away, with their number and code.
 */
export async function listBadges(
  key: OrganizerKey,
  { columns, read }: Sheet,
  blanks: number,
): Promise<BadgeFace[]> {
  const badges: BadgeFace[] = []
  for await (const values of read()) {
    const at = (column: string) => String(values[columns.indexOf(column)] ?? '')
    badges.push({
      name: at('name'),
      organization: at('organization'),
      code: at('code'),
      isNoCamera: at('photo') === 'no_camera',
    })
  }
  const blank = { name: '', organization: '', code: '', isNoCamera: false }
  const made = blanks > 0 ? await listBlankBadges(key, blanks) : []
  const numbered = made.map(({ number, code }) => ({ ...blank, organization: `#${number}`, code }))
  return [...badges, ...numbered, ...Array.from({ length: blanks - made.length }, () => blank)]
}
