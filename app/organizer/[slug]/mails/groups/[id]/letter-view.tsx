import { getTranslations } from 'next-intl/server'
import { Choices } from '@/components/mails/mail-choices'
import { MailContent } from '@/components/mails/mail-content'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import { previewGroupMail } from '@/lib/group-mails/preview-group-mail'
import { writtenIn } from '@/lib/group-mails/rules'
import { languages } from '@/lib/languages'
import type { Sight } from './draft-view'

/** The letter as an invented person gets it, in each language that it is written in. */
export async function LetterView({ id, slug, eventKey, message, language, asked }: Sight) {
  const written = writtenIn(message.texts)
  const shown =
    written.find((code) => code === asked.in) ?? written.find((code) => code === language) ?? written[0]
  if (!shown) return null
  const [t, content] = await Promise.all([
    getTranslations('groupMails.letter'),
    previewGroupMail(eventKey, message, shown),
  ])
  const named = languages.filter(({ code }) => written.includes(code))
  return (
    <Section id="letter" title={t('title')}>
      <div className="space-y-8">
        {written.length > 1 && (
          <Choices
            current={shown}
            label={t('languages')}
            ways={named.map(({ code, name }) => ({
              value: code,
              label: name,
              href: `/organizer/${slug}/mails/groups/${id}?in=${code}#letter`,
            }))}
          />
        )}
        <Facts beside facts={[{ term: t('subject'), value: content.subject }]} />
        <MailContent content={content} isShort language={shown} />
      </div>
    </Section>
  )
}
