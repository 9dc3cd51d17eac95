import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { MailFigures } from '@/components/mails/mail-figures'
import { MailNotices } from '@/components/mails/mail-notices'
import { MailTable } from '@/components/mails/mail-table'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ArrowIcon, MailIcon } from '@/components/ui/icons'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { TextLink } from '@/components/ui/text-link'
import { now } from '@/lib/clock'
import type { Language } from '@/lib/dates'
import { getEventFor } from '@/lib/events/queries'
import { countMails, listMails } from '@/lib/mail/queries'
import { mailFilter } from '@/lib/mail/schema'
import { openDesk } from '../open-desk'

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
  const filter = mailFilter.parse(await searchParams)
  const [t, language, event, counts, { rows, next }] = await Promise.all([
    getTranslations('mail'),
    getLocale() as Promise<Language>,
    getEventFor(key),
    countMails(key),
    listMails(key, filter),
  ])
  const here = `/organizer/${slug}/mails`
  const zone = { timezone: event.timezone, language }
  const isEmpty = counts.waiting + counts.sent + counts.failed === 0
  return (
    <>
      <PageHeading
        actions={<LinkButton href={`${here}/preview`}>{t('preview.link')}</LinkButton>}
        note={t('page.lead')}
        title={t('page.title')}
      />
      <MailNotices counts={counts} now={now()} {...zone} />
      {isEmpty ? (
        <EmptyState icon={MailIcon} title={t('page.empty')}>
          {t('page.emptyText')}
        </EmptyState>
      ) : (
        <>
          <MailFigures counts={counts} slug={slug} />
          <Section
            aside={filter.state && <TextLink href={here}>{t('page.all')}</TextLink>}
            title={filter.state ? t('page.only', { state: t(`states.${filter.state}`) }) : t('page.all')}
          >
            {rows.length > 0 ? (
              <MailTable rows={rows} slug={slug} {...zone} />
            ) : (
              <EmptyState title={t('page.emptyState')} />
            )}
          </Section>
        </>
      )}
      {next && (
        <p className="mt-6" data-print="hide">
          <LinkButton href={`${here}?${new URLSearchParams({ ...filter, before: next })}`}>
            {t('page.older')}
            <ArrowIcon />
          </LinkButton>
        </p>
      )}
    </>
  )
}
