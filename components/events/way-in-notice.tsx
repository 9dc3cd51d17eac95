import { useTranslations } from 'next-intl'
import { sayMoment } from '@/lib/dates'
import { eventWindowState, registrationWindow } from '@/lib/events/rules'
import type { EventView } from '@/lib/events/schema'
import type { Language } from '@/lib/languages'
import { Notice } from '../ui/notice'

type WayInNoticeProps = { event: EventView; language: Language; now: Date }

/** Why nobody can register just now, and from when on. */
export function WayInNotice({ event, language, now }: WayInNoticeProps) {
  const t = useTranslations('event')
  return (
    <Notice
      title={wayInWords(event, language, now, t)}
      tone={event.status === 'cancelled' ? 'bad' : undefined}
    />
  )
}

export function wayInWords(event: EventView, language: Language, now: Date, t: Translate): string {
  const state = eventWindowState(event, now)
  const { opensAt } = registrationWindow(event, 'on_site')
  if (state === 'cancelled') return t('cancelled')
  if (state === 'not_yet' && opensAt)
    return t('opensAt', { moment: sayMoment(opensAt, event.timezone, language) })
  return t(now > event.endsAt ? 'over' : 'closed')
}

type Translate = ReturnType<typeof useTranslations<'event'>>
