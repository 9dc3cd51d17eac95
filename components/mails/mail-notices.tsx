import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { type Language, sayMoment } from '@/lib/dates'
import { isLate } from '@/lib/mail/rules'
import type { MailCounts } from '@/lib/mail/schema'

type MailNoticesProps = { counts: MailCounts; now: Date; timezone: string; language: Language }

/** Why people may be asking where their mail is. */
export function MailNotices({ counts, now, timezone, language }: MailNoticesProps) {
  const t = useTranslations('mail.page')
  if (!counts.hasServer) {
    return (
      <Notice className="mb-8" title={t('noSmtp')} tone="warn">
        <p>{t('noSmtpText')}</p>
      </Notice>
    )
  }
  if (!counts.oldestWaitingAt || !isLate(counts.oldestWaitingAt, now)) return null
  return (
    <Notice className="mb-8" title={t('late')} tone="warn">
      <p>{t('lateText', { moment: sayMoment(counts.oldestWaitingAt, timezone, language) })}</p>
    </Notice>
  )
}
