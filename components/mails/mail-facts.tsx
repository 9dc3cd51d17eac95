import { useTranslations } from 'next-intl'
import { type Fact, Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/text-link'
import { type Language, sayMoment } from '@/lib/dates'
import type { ReadableMail } from '@/lib/mail/schema'
import { MailStateTag } from './mail-state-tag'

/** `slug` is the event at whose desk the person is found. */
type MailFactsProps = { mail: ReadableMail; slug: string | null; timezone: string; language: Language }

/** To whom, when, and what became of it. */
export function MailFacts({ mail, slug, timezone, language }: MailFactsProps) {
  const t = useTranslations('mail')
  const moment = (at: Date) => sayMoment(at, timezone, language)
  const name = <bdi>{mail.toName || mail.toAddress || t('page.nobody')}</bdi>
  const person =
    mail.registrationId && slug ? (
      <TextLink href={`/organizer/${slug}/attendees/${mail.registrationId}`}>{name}</TextLink>
    ) : (
      name
    )
  const facts: Fact[] = [
    {
      term: t('page.to'),
      value: (
        <>
          {person}
          {mail.toName && mail.toAddress && `, ${mail.toAddress}`}
        </>
      ),
    },
    { term: t('page.written'), value: moment(mail.createdAt) },
    {
      term: t('page.state'),
      value: (
        <span className="flex flex-wrap items-center gap-3">
          <MailStateTag state={mail.state} /> {t('page.attempts', { count: mail.attempts })}
        </span>
      ),
    },
    ...(mail.sentAt ? [{ term: t('page.sentAt'), value: moment(mail.sentAt) }] : []),
    ...(mail.error ? [{ term: t('page.why'), value: <Why error={mail.error} /> }] : []),
  ]
  return <Facts beside facts={facts} />
}

function Why({ error: { reason, said } }: { error: NonNullable<ReadableMail['error']> }) {
  const t = useTranslations('mail')
  return (
    <>
      <p>{t(`errors.${reason}`)}</p>
      {said && <p className="font-normal text-muted text-sm">{t('page.server', { words: said })}</p>}
    </>
  )
}
