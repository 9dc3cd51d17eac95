import { useTranslations } from 'next-intl'
import { FigureSentence } from '@/components/ui/figure-sentence'
import { type Language, sayMoment } from '@/lib/dates'
import type { HouseMails } from '@/lib/mail/schema'

type HouseMailProps = { mails: HouseMails; timezone: string; language: Language }

/** What waits, failed and left, with since when. */
export function HouseMail({ mails, timezone, language }: HouseMailProps) {
  const t = useTranslations('admin.mail')
  const moment = (at: Date | null) => at && sayMoment(at, timezone, language)
  const [since, last] = [moment(mails.oldestWaitingAt), moment(mails.lastSentAt)]
  const notes = {
    waiting: since && t('since', { moment: since }),
    failed: null,
    sent: last && t('last', { moment: last }),
  }
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-3">
        {(['waiting', 'failed', 'sent'] as const).map((state) => (
          <FigureSentence
            figure={mails[state]}
            href={`/admin/mails?state=${state}`}
            key={state}
            note={notes[state]}
            sentence={t(state, { count: mails[state] })}
          />
        ))}
      </div>
      <p className="mt-3 text-muted text-sm">{t('secret')}</p>
    </>
  )
}
