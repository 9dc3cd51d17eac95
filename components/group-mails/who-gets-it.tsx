import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import { languageFor, writtenIn } from '@/lib/group-mails/rules'
import type { GroupTexts, Recipients } from '@/lib/group-mails/schema'
import { languages } from '@/lib/languages'

type WhoGetsItProps = {
  recipients: Recipients
  texts: GroupTexts
  filter: string
  listHref: string
}

/** How many people a message is for, why them, and who of them reads which language. */
export function WhoGetsIt({ recipients, texts, filter, listHref }: WhoGetsItProps) {
  const t = useTranslations('groupMails.who')
  const count = recipients.ids.length
  const isWritten = writtenIn(texts).length > 0
  const readers = languages.flatMap(({ code }) => {
    const written = languageFor(texts, code)
    const people = recipients.byLanguage[code]
    return written && people > 0 ? [{ code, people, isOwn: written === code, written }] : []
  })
  return (
    <div className="space-y-3">
      <p className="text-lg">
        {t.rich('count', { count, b: (words) => <strong className="tabular-nums">{words}</strong> })} (
        <bdi>{filter}</bdi>). <TextLink href={listHref}>{t('list')}</TextLink>
      </p>
      {isWritten && (
        <ul className="list-disc space-y-1 pl-5">
          {readers.map(({ code, people, isOwn, written }) => (
            <li key={code}>
              {t(isOwn ? 'own' : 'other', {
                people,
                own: t(`languages.${code}`),
                written: t(`languages.${written}`),
              })}
            </li>
          ))}
        </ul>
      )}
      {recipients.optedOut > 0 && (
        <p className="text-muted">{t('optedOut', { count: recipients.optedOut })}</p>
      )}
      {recipients.cancelled > 0 && (
        <Notice title={t('cancelled', { count: recipients.cancelled })} tone="warn" />
      )}
      {recipients.unverified > 0 && (
        <Notice title={t('unverified', { count: recipients.unverified })} tone="warn" />
      )}
    </div>
  )
}
