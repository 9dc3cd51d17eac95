import { useLocale, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { isPractice } from '@/lib/check-in/rules'
import type { Snapshot } from '@/lib/check-in/schema'
import { now } from '@/lib/clock'
import { type Language, sayMoment } from '@/lib/dates'

/** Long before the event somebody is mostly trying it out. */
export function Practice({ event }: { event: Snapshot['event'] }) {
  const t = useTranslations('checkIn')
  const language = useLocale() as Language
  const startsAt = new Date(event.startsAt)
  if (!isPractice({ startsAt }, now())) return null
  return <Notice>{t('practice', { when: sayMoment(startsAt, event.timezone, language) })}</Notice>
}
