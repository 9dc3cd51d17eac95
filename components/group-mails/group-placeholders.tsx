import { useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import { groupPlaceholders } from '@/lib/group-mails/schema'

/** What a message may name, and how it is written. */
export function GroupPlaceholders() {
  const t = useTranslations('groupMails.write')
  const words = useTranslations('mail.texts')
  return (
    <div className="space-y-8">
      <Section level={3} note={words('slotsNote')} title={words('slots')}>
        <Facts
          facts={groupPlaceholders.map((word) => ({
            key: word,
            term: <code className="font-mono text-ink">{`{${word}}`}</code>,
            value: words(`placeholders.${word}`),
          }))}
        />
      </Section>
      <Section level={3} note={t('markdownNote')} title={t('markdown')}>
        <pre className="whitespace-pre-wrap break-words rounded border border-line bg-surface p-4 font-mono text-sm">
          {t('markdownExample')}
        </pre>
      </Section>
    </div>
  )
}
