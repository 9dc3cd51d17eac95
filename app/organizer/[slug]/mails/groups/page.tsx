import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { GroupMailTable } from '@/components/group-mails/group-mail-table'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ArrowIcon } from '@/components/ui/icons'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import type { Language } from '@/lib/dates'
import { getEventFor } from '@/lib/events/queries'
import { listGroupMails } from '@/lib/group-mails/queries'
import { isId } from '@/lib/ids'
import { openDesk } from '../../open-desk'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groupMails.list')
  return { title: t('title'), robots: { index: false } }
}

export default async function GroupMailsPage({ params, searchParams }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/mails/groups')
  const { before } = await searchParams
  const cursor = typeof before === 'string' && isId(before) ? before : undefined
  const [t, language, event, { rows, next }] = await Promise.all([
    getTranslations('groupMails'),
    getLocale() as Promise<Language>,
    getEventFor(key),
    listGroupMails(key, { before: cursor }),
  ])
  const rooms = `/organizer/${slug}/mails`
  return (
    <>
      <PageHeading
        above={<TextLink href={rooms}>{t('back')}</TextLink>}
        actions={
          <LinkButton href={`${rooms}/write?status=live`} variant="primary">
            {t('list.write')}
          </LinkButton>
        }
        title={t('list.title')}
      />
      {rows.length > 0 ? (
        <GroupMailTable language={language} rows={rows} slug={slug} timezone={event.timezone} />
      ) : (
        <EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>
      )}
      {next && (
        <p className="mt-6" data-print="hide">
          <LinkButton href={`${rooms}/groups?before=${next}`}>
            {t('list.older')}
            <ArrowIcon />
          </LinkButton>
        </p>
      )}
    </>
  )
}
