import { getTranslations } from 'next-intl/server'
import { now } from '@/lib/clock'
import { type Language, sayDate, sayMoment } from '@/lib/dates'
import type { ExportList, Sheet } from '@/lib/exports/schema'

/** What stands above a list on paper: for whom it is, how long it is, and when it was so. */
export async function sayNote(
  list: ExportList,
  { rows, asOf, cover }: Sheet,
  zone: string,
  language: Language,
): Promise<string> {
  const t = await getTranslations('organizer.exports')
  const said = [
    cover && t('paper.handedOut', { ...cover, day: sayDate(cover.eraseOn, language) }),
    list === 'no-camera' && t('stickerCount', { count: rows }),
    t('paper.rowsOf', { count: rows }),
    t('paper.printedAt', { when: sayMoment(asOf ?? now(), zone, language) }),
  ]
  return said.filter(Boolean).join(' · ')
}
