import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AccountTable } from '@/components/admin/account-table'
import { AdminNotice } from '@/components/admin/admin-notice'
import { HouseList } from '@/components/admin/house-list'
import { InviteAdminForm } from '@/components/admin/invite-admin-form'
import { Choice } from '@/components/ui/form/filter-controls'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { listAccounts } from '@/lib/auth/list-accounts'
import { requireAdmin } from '@/lib/auth/require-admin'
import { accountFilter, accountGroups } from '@/lib/auth/schema'
import { type Language, machineZone } from '@/lib/dates'
import { askAdminIn } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.people')
  return { title: t('title'), robots: { index: false } }
}

export default async function PeoplePage({ searchParams }: Props) {
  const key = await requireAdmin('/admin/people')
  const asked = await searchParams
  const { after, ...filter } = accountFilter.parse(asked)
  const [t, language, found] = await Promise.all([
    getTranslations('admin.people'),
    getLocale() as Promise<Language>,
    listAccounts(key, { ...filter, after }),
  ])
  return (
    <div className="max-w-6xl space-y-12">
      <div>
        <PageHeading note={t('lead')} title={t('title')} />
        <AdminNotice said={asked.said} />
        <HouseList
          after={after}
          choice={
            <Choice
              all={t('everybody')}
              label={t('only')}
              name="only"
              options={accountGroups.map((value) => ({ value, label: t(`groups.${value}`) }))}
              value={filter.only}
            />
          }
          filter={filter}
          found={found}
          room="people"
        >
          <AccountTable language={language} myId={key.userId} rows={found.rows} timezone={machineZone()} />
        </HouseList>
      </div>
      <Section note={t('inviteNote')} title={t('invite')}>
        <InviteAdminForm action={askAdminIn} />
      </Section>
    </div>
  )
}
