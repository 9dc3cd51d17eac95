import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { ReadableMail } from '@/lib/mail/schema'

/** The mail as a mailbox shows it, in a frame that may neither run nor load anything. */
export function MailContent({ content, language }: Pick<ReadableMail, 'content' | 'language'>) {
  const t = useTranslations('mail.page')
  if (!content) return <Notice title={t('unreadable')} tone="warn" />
  return (
    <>
      <Section note={t('linksHidden')} title={t('asPage')}>
        <iframe
          className="h-[70rem] w-full max-w-[41rem] rounded border border-line bg-surface"
          sandbox=""
          srcDoc={content.html}
          title={content.subject}
        />
      </Section>
      <Section title={t('asText')}>
        <pre
          className="max-w-[41rem] overflow-x-auto whitespace-pre-wrap rounded border border-line bg-surface p-5 font-mono text-sm"
          lang={language}
        >
          {content.text}
        </pre>
      </Section>
    </>
  )
}
