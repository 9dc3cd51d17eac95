import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { AccountEvents } from '@/components/admin/account-events'
import { AccountFacts } from '@/components/admin/account-facts'
import { AccountTags } from '@/components/admin/account-tags'
import { AccountTools } from '@/components/admin/account-tools'
import { AdminNotice } from '@/components/admin/admin-notice'
import { HistoryTable } from '@/components/history/history-table'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { TextLink } from '@/components/ui/text-link'
import { listAccountNames } from '@/lib/auth/list-account-names'
import { countAccounts, findAccount, listOnlyOwned } from '@/lib/auth/list-accounts'
import { requireAdmin } from '@/lib/auth/require-admin'
import { type Language, machineZone } from '@/lib/dates'
import { listAccountHistory } from '@/lib/history/queries'
import { isId } from '@/lib/ids'
import { lockOut, makeThemAdmin, resetFactor, takeAdminAway, unlock } from './actions'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ said?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.people')
  return { title: t('title'), robots: { index: false } }
}

export default async function PersonPage({ params, searchParams }: Props) {
  const { id } = await params
  const key = await requireAdmin(`/admin/people/${id}`)
  const account = isId(id) ? await findAccount(key, id) : null
  if (!account) notFound()
  const [t, language, { said }, { admins }, onlyOwned, lines] = await Promise.all([
    getTranslations('admin.person'),
    getLocale() as Promise<Language>,
    searchParams,
    countAccounts(key),
    listOnlyOwned(key, id),
    listAccountHistory(key, id),
  ])
  const names = await listAccountNames(key, lines)
  const zone = { timezone: machineZone(), language }
  return (
    <div className="max-w-4xl space-y-12">
      <div>
        <PageHeading
          above={<TextLink href="/admin/people">{t('back')}</TextLink>}
          note={
            <span className="flex flex-wrap items-center gap-2">
              {account.name && (
                <bdi className="min-w-0 break-words" dir="ltr">
                  {account.email}
                </bdi>
              )}
              <AccountTags account={account} myId={key.userId} />
            </span>
          }
          title={<bdi>{account.name ?? account.email}</bdi>}
        />
        <AdminNotice said={said} />
        <AccountFacts account={account} {...zone} />
      </div>
      <Section title={t('acts')}>
        <AccountTools
          account={account}
          deeds={{
            makeAdmin: makeThemAdmin.bind(null, id),
            unmakeAdmin: takeAdminAway.bind(null, id),
            lock: lockOut.bind(null, id),
            unlock: unlock.bind(null, id),
            reset: resetFactor.bind(null, id),
          }}
          isLastAdmin={admins < 2}
          isMe={id === key.userId}
          onlyOwned={onlyOwned}
        />
      </Section>
      <Section title={t('events')}>
        <AccountEvents events={account.events} />
      </Section>
      <Section title={t('history')}>
        {lines.length > 0 ? (
          <HistoryTable lines={lines} names={names} slug={null} {...zone} />
        ) : (
          <p className="text-muted">{t('noHistory')}</p>
        )}
      </Section>
    </div>
  )
}
