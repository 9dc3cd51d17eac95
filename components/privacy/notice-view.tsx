import { useTranslations } from 'next-intl'
import { sayMoment } from '@/lib/dates'
import type { Contact } from '@/lib/events/schema'
import type { Language } from '@/lib/languages'
import type { Notice } from '@/lib/privacy/schema'
import { Facts } from '../ui/facts'
import { Notice as Note } from '../ui/notice'
import { Section } from '../ui/section'
import { TextLink } from '../ui/text-link'
import { NoticeRows } from './notice-rows'

type NoticeViewProps = {
  notice: Notice
  contacts: Contact[]
  timezone: string
  language: Language
  /** Where today's version is, when this is an older one. */
  newestHref: string
}

/** A privacy notice as it is told: the organizers' own words first, then the register in two parts. */
export function NoticeView({ notice, contacts, timezone, language, newestHref }: NoticeViewProps) {
  const t = useTranslations('notice')
  const { text, madeAt, until } = notice
  const say = (at: Date) => sayMoment(at, timezone, language)
  return (
    <div className="space-y-10">
      {until && madeAt && (
        <Note title={t('isOld', { from: say(madeAt), to: say(until) })} tone="warn">
          <TextLink href={newestHref}>{t('newest')}</TextLink>
        </Note>
      )}
      {text.own && (
        <Section title={t('own')}>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitized by lib/markdown.ts when saved */}
          <div className="prose" dangerouslySetInnerHTML={{ __html: text.own }} />
        </Section>
      )}
      {contacts.length > 0 && (
        <Section title={t('who')}>
          <Facts
            beside
            facts={contacts.map(({ role, name, email }) => ({
              key: `${role} ${email}`,
              term: role,
              value: (
                <>
                  {name && <span>{name}, </span>}
                  <TextLink href={`mailto:${email}`}>{email}</TextLink>
                </>
              ),
            }))}
          />
        </Section>
      )}
      <Section title={t('rights')}>
        <p className="prose">{t('rightsText')}</p>
      </Section>
      <Section title={t('asked')}>
        <NoticeRows rows={text.asked} />
      </Section>
      <Section title={t('comes')}>
        <NoticeRows rows={text.comes} />
      </Section>
      <Section title={t('stays')}>
        <p className="prose">{text.stays}</p>
      </Section>
    </div>
  )
}
