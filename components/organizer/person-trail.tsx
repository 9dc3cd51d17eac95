import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import type { Language } from '@/lib/dates'
import { kindWord } from '../mails/kind-word'
import { PersonLog } from './person-log'

/** What happened to one person: at the door, in their mailbox, and in general. */
type Trail = {
  scans: {
    id: string
    deviceAt: Date
    outcome: string
    point: string | null
    device: string
    userId: string | null
  }[]
  mails: {
    id: string
    kind: string
    state: 'waiting' | 'sent' | 'failed'
    createdAt: Date
    sentAt: Date | null
  }[]
  history: { id: string; at: Date; said: string; details: string[] }[]
}

type PersonTrailProps = Trail & {
  slug: string
  names: Record<string, string>
  timezone: string
  language: Language
}

const mailTones = { waiting: 'wait', sent: 'good', failed: 'bad' } as const

/** What happened to one person at the door, in their mailbox and on the way there. */
export function PersonTrail({ slug, scans, mails: sent, history, names, ...zone }: PersonTrailProps) {
  const [t, mails] = [useTranslations('organizer'), useTranslations('mail')]
  const who = (name: string) => <span className="text-muted">{name}</span>
  return (
    <>
      <Section title={t('person.door')}>
        <PersonLog
          empty={t('person.noScans')}
          lines={scans.map((scan) => ({
            id: scan.id,
            at: scan.deviceAt,
            text: t('person.scan', { outcome: scan.outcome, point: scan.point ?? '–', device: scan.device }),
            aside: scan.userId && names[scan.userId] && who(names[scan.userId]!),
          }))}
          {...zone}
        />
      </Section>
      <Section title={t('rooms.mails')}>
        <PersonLog
          empty={t('person.noMails')}
          lines={sent.map((mail) => ({
            id: mail.id,
            at: mail.sentAt ?? mail.createdAt,
            text: (
              <TextLink href={`/organizer/${slug}/mails/${mail.id}`}>{kindWord(mails, mail.kind)}</TextLink>
            ),
            aside: <Tag tone={mailTones[mail.state]}>{t(`mailState.${mail.state}`)}</Tag>,
          }))}
          {...zone}
        />
      </Section>
      <Section title={t('person.history')}>
        <PersonLog
          empty={t('person.noHistory')}
          lines={history.map(({ id, at, said, details }) => ({
            id,
            at,
            text: <bdi>{said}</bdi>,
            aside: details.length > 0 && who(details.join(' · ')),
          }))}
          {...zone}
        />
      </Section>
    </>
  )
}
