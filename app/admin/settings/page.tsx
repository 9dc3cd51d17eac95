import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminNotice } from '@/components/admin/admin-notice'
import { CreatorsForm } from '@/components/admin/creators-form'
import { FactorPart } from '@/components/admin/factor-part'
import { OperatorForm } from '@/components/admin/operator-form'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { TextLink } from '@/components/ui/text-link'
import { countUnguarded } from '@/lib/auth/list-accounts'
import { requireAdmin } from '@/lib/auth/require-admin'
import { getSettings } from '@/lib/installation/queries'
import { saveCreators, saveFactorRule, saveOperator } from './actions'

type Props = { searchParams: Promise<{ said?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.settings')
  return { title: t('title'), robots: { index: false } }
}

export default async function HouseSettingsPage({ searchParams }: Props) {
  const key = await requireAdmin('/admin/settings')
  const [t, { said }, settings, unguarded] = await Promise.all([
    getTranslations('admin.settings'),
    searchParams,
    getSettings(),
    countUnguarded(key),
  ])
  return (
    <div className="max-w-4xl space-y-12" key={settings.version}>
      <div>
        <PageHeading note={t('lead')} title={t('title')} />
        <AdminNotice said={said} />
        <Section note={t('creatorsNote')} title={t('creators')}>
          <CreatorsForm action={saveCreators} settings={settings} />
        </Section>
      </div>
      <Section note={t('factorNote')} title={t('factor')}>
        <FactorPart action={saveFactorRule} settings={settings} unguarded={unguarded} />
      </Section>
      <Section
        aside={<TextLink href="/privacy">{t('read')}</TextLink>}
        note={t('operatorNote')}
        title={t('operator')}
      >
        <OperatorForm action={saveOperator} settings={settings} />
      </Section>
    </div>
  )
}
