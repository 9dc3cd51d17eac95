import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageSteps } from '@/components/admin/page-steps'
import { MailFigures } from '@/components/mails/mail-figures'
import { MailFilterForm } from '@/components/mails/mail-filter-form'
import { MailTable } from '@/components/mails/mail-table'
import { EmptyState } from '@/components/ui/empty-state'
import { MailIcon } from '@/components/ui/icons'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { requireAdmin } from '@/lib/auth/require-admin'
import { type Language, machineZone } from '@/lib/dates'
import { countMails, listMailKinds, listMails } from '@/lib/mail/queries'
import { mailFilter } from '@/lib/mail/schema'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.mails')
  return { title: t('title'), robots: { index: false } }
}

export default async function AllMailsPage({ searchParams }: Props) {
  const key = await requireAdmin('/admin/mails')
  const { before, ...filter } = mailFilter.parse(await searchParams)
  const [t, mail, language, counts, kinds, { rows, next }] = await Promise.all([
    getTranslations('admin.mails'),
    getTranslations('mail.page'),
    getLocale() as Promise<Language>,
    countMails(key),
    listMailKinds(key),
    listMails(key, { ...filter, before }),
  ])
  const here = '/admin/mails'
  return (
    <div className="max-w-6xl">
      <PageHeading note={t('lead')} title={t('title')} />
      {!counts.hasServer && (
        <Notice className="mb-8" title={mail('noSmtp')} tone="warn">
          <p>{mail('noSmtpText')}</p>
        </Notice>
      )}
      <MailFigures counts={counts} here={here} />
      <MailFilterForm filter={filter} here={here} kinds={kinds} />
      {rows.length > 0 ? (
        <MailTable here={here} language={language} rows={rows} timezone={machineZone()} />
      ) : (
        <EmptyState icon={MailIcon} title={mail('emptyState')} />
      )}
      <PageSteps
        cursor={{ name: 'before', now: before, next }}
        filter={filter}
        here={here}
        labels={{ first: mail('all'), next: t('older') }}
      />
    </div>
  )
}
