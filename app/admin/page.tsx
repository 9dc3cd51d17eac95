import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { HouseErasures } from '@/components/admin/house-erasures'
import { HouseFigures } from '@/components/admin/house-figures'
import { HouseMail } from '@/components/admin/house-mail'
import { HouseTroubles } from '@/components/admin/house-troubles'
import { StoragePart } from '@/components/admin/storage-part'
import { SweepTable } from '@/components/admin/sweep-table'
import { VersionFacts } from '@/components/admin/version-facts'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { countAccounts } from '@/lib/auth/list-accounts'
import { requireAdmin } from '@/lib/auth/require-admin'
import { now as clock } from '@/lib/clock'
import { countHouseEvents } from '@/lib/dashboards/list-house-events'
import { type Language, machineZone } from '@/lib/dates'
import { lookAfterHouse } from '@/lib/operations/look-after-house'
import { listNextErasures } from '@/lib/privacy/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('title'), robots: { index: false } }
}

export default async function AdminPage() {
  const key = await requireAdmin('/admin')
  const [t, words, language, house, people, events, erasures] = await Promise.all([
    getTranslations('admin'),
    getTranslations('privacyDesk'),
    getLocale() as Promise<Language>,
    lookAfterHouse(key),
    countAccounts(key),
    countHouseEvents(key),
    listNextErasures(key),
  ])
  const zone = { timezone: machineZone(), language }
  return (
    <div className="max-w-6xl space-y-12">
      <div>
        <PageHeading note={t('overview.lead')} title={t('rooms.overview')} />
        <HouseTroubles house={house} now={clock()} {...zone} />
      </div>
      <HouseFigures events={events} people={people} />
      <Section title={t('mail.title')}>
        <HouseMail mails={house.mails} {...zone} />
      </Section>
      <Section note={t('sweeps.note')} title={t('sweeps.title')}>
        <SweepTable sweeps={house.sweeps} {...zone} />
      </Section>
      <Section note={words('nextText')} title={words('next')}>
        <HouseErasures erasures={erasures} language={language} />
      </Section>
      <Section title={t('storage.title')}>
        <StoragePart language={language} storage={house.storage} />
      </Section>
      <Section title={t('versions.title')}>
        <VersionFacts migrations={house.migrations} versions={house.versions} />
      </Section>
    </div>
  )
}
