import { useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import { type MailKind, mailKinds, type Placeholder } from '@/lib/mail/schema'

/** What the words of this kind of mail may name, as it is written. */
export function PlaceholderList({ kind }: { kind: MailKind }) {
  const t = useTranslations('mail.texts')
  const known: readonly Placeholder[] = mailKinds[kind]
  return (
    <Section level={3} note={t('slotsNote')} title={t('slots')}>
      <Facts
        facts={known.map((word) => ({
          key: word,
          term: <code className="font-mono text-ink">{`{${word}}`}</code>,
          value: t(`placeholders.${word}`),
        }))}
      />
    </Section>
  )
}
