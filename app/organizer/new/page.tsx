import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { chooseLanguage } from '@/app/actions'
import { signOut } from '@/app/sign-in/actions'
import { NewEventForm } from '@/components/event-files/new-event-form'
import { DeskTools } from '@/components/organizer/desk-tools'
import { PageHeading } from '@/components/ui/page-heading'
import { PageShell } from '@/components/ui/page-shell'
import { TextLink } from '@/components/ui/text-link'
import { requireCreator } from '@/lib/auth/require-creator'
import { requireUser } from '@/lib/auth/require-user'
import { makeEvent } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newEvent')
  return { title: t('title'), robots: { index: false } }
}

export default async function NewEventPage() {
  await requireCreator('/organizer/new')
  const [user, t, rooms, common] = await Promise.all([
    requireUser('/organizer/new'),
    getTranslations('newEvent'),
    getTranslations('organizer.rooms'),
    getTranslations('common'),
  ])
  return (
    <PageShell
      header={<DeskTools chooseLanguage={chooseLanguage} signOut={signOut} />}
      home={{ href: '/', label: common('home') }}
      skipLabel={common('skip')}
    >
      <PageHeading
        above={<TextLink href="/organizer">{rooms('home')}</TextLink>}
        note={t('lead')}
        title={t('title')}
      />
      <NewEventForm action={makeEvent} email={user.email} zones={Intl.supportedValuesOf('timeZone')} />
    </PageShell>
  )
}
