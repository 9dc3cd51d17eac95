import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { MailFigures } from '@/components/mails/mail-figures'
import { MailFilterForm } from '@/components/mails/mail-filter-form'
import { MailTable } from '@/components/mails/mail-table'
import { TryAgain } from '@/components/mails/try-again'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ArrowIcon, MailIcon } from '@/components/ui/icons'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import type { Language } from '@/lib/dates'
import { getEventFor } from '@/lib/events/queries'
import { countMails, countRepeatable, listMailKinds, listMails } from '@/lib/mail/queries'
import { mailFilter } from '@/lib/mail/schema'
import { openDesk } from '../open-desk'
import { tryAllAgain } from './actions'
import { GroupSection } from './group-section'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mail.page')
  return { title: t('title'), robots: { index: false } }
}

export default async function MailsPage({ params, searchParams }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/mails')
  const asked = await searchParams
  const { before, ...filter } = mailFilter.parse(asked)
  const [t, group, language, event, counts, kinds, repeatable, { rows, next }] = await Promise.all([
    getTranslations('mail'),
    getTranslations('groupMails.list'),
    getLocale() as Promise<Language>,
    getEventFor(key),
    countMails(key),
    listMailKinds(key),
    countRepeatable(key, filter),
    listMails(key, { ...filter, before }),
  ])
  const here = `/organizer/${slug}/mails`
  const zone = { timezone: event.timezone, language }
  const given = Object.entries(filter).filter(([, value]) => value !== undefined)
  const query = new URLSearchParams(given as string[][]).toString()
  const showsFailed = filter.state === undefined || filter.state === 'failed'
  return (
    <>
      <PageHeading
        actions={
          <>
            <LinkButton href={`${here}/preview`}>{t('preview.link')}</LinkButton>
            <LinkButton href={`${here}/write?status=live`} variant="primary">
              {group('write')}
            </LinkButton>
          </>
        }
        note={t('page.lead')}
        title={t('page.title')}
      />
      {asked.tried !== undefined && (
        <Notice
          className="mb-8"
          role="status"
          title={t('page.tryAgain.done', { count: Number(asked.tried) || 0 })}
          tone="good"
        />
      )}
      {asked.done === 'dropped' && (
        <Notice className="mb-8" role="status" title={group('dropped')} tone="good" />
      )}
      <GroupSection eventKey={key} slug={slug} {...zone} />
      {counts.waiting + counts.sent + counts.failed === 0 ? (
        <EmptyState icon={MailIcon} title={t('page.empty')}>
          {t('page.emptyText')}
        </EmptyState>
      ) : (
        <>
          <MailFigures counts={counts} here={here} />
          <Section
            aside={
              showsFailed &&
              repeatable > 0 && <TryAgain action={tryAllAgain.bind(null, slug, query)} count={repeatable} />
            }
            title={t('page.all')}
          >
            <MailFilterForm filter={filter} here={here} kinds={kinds} />
            {rows.length > 0 ? (
              <MailTable here={here} rows={rows} {...zone} />
            ) : (
              <EmptyState title={t('page.emptyState')} />
            )}
          </Section>
        </>
      )}
      {next && (
        <p className="mt-6" data-print="hide">
          <LinkButton href={`${here}?${query}${query && '&'}before=${next}`}>
            {t('page.older')}
            <ArrowIcon />
          </LinkButton>
        </p>
      )}
    </>
  )
}
