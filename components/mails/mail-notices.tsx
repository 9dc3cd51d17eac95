import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import { type Language, sayMoment } from '@/lib/dates'
import type { MailTrouble } from '@/lib/mail/schema'

type MailNoticesProps = { trouble: MailTrouble; slug: string; timezone: string; language: Language }

/** Why people may be asking where their mail is; on every page of the desk. */
export function MailNotices({ trouble, slug, timezone, language }: MailNoticesProps) {
  const t = useTranslations('mail.page')
  const { reason, waiting } = trouble
  const moment = reason === 'no_server' ? '' : sayMoment(trouble.since, timezone, language)
  const words = {
    no_server: [t('noSmtp'), t('noSmtpText')],
    unreachable: [t('unreachable'), t('unreachableText', { moment })],
    late: [t('late'), t('lateText', { moment })],
  }[reason]
  return (
    <aside aria-label={words[0]} className="mb-8" data-print="hide">
      <Notice title={words[0]} tone="warn">
        <p>{words[1]}</p>
        {waiting > 0 && (
          <p>
            <TextLink href={`/organizer/${slug}/mails?state=waiting`}>
              {t('seeWaiting', { count: waiting })}
            </TextLink>
          </p>
        )}
      </Notice>
    </aside>
  )
}
