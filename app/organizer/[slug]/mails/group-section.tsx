import { getTranslations } from 'next-intl/server'
import { GroupMailTable } from '@/components/group-mails/group-mail-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { TextLink } from '@/components/ui/text-link'
import type { Language } from '@/lib/dates'
import { countOptedOut, listGroupMails } from '@/lib/group-mails/queries'
import type { OrganizerKey } from '@/lib/keys'

type Props = { eventKey: OrganizerKey; slug: string; timezone: string; language: Language }

/** The latest messages to groups, and how many people want only what is about the event. */
export async function GroupSection({ eventKey, slug, ...zone }: Props) {
  const [t, { rows, next }, optedOut] = await Promise.all([
    getTranslations('groupMails.list'),
    listGroupMails(eventKey, { most: 5 }),
    countOptedOut(eventKey),
  ])
  return (
    <Section
      aside={next && <TextLink href={`/organizer/${slug}/mails/groups`}>{t('all')}</TextLink>}
      className="mb-10"
      note={optedOut > 0 ? t('optedOut', { count: optedOut }) : undefined}
      title={t('title')}
    >
      {rows.length > 0 ? (
        <GroupMailTable rows={rows} slug={slug} {...zone} />
      ) : (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      )}
    </Section>
  )
}
