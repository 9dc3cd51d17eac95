import type { BadgeFace, Sheet } from './schema'

/** What stands on each badge, and so many blank ones behind them for those who come unexpected. */
export async function listBadges({ columns, read }: Sheet, blanks: number): Promise<BadgeFace[]> {
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
  return [...badges, ...Array.from({ length: blanks }, () => blank)]
}
