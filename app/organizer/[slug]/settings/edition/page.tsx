import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { NewEditionForm } from '@/components/event-files/new-edition-form'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { requireCreator } from '@/lib/auth/require-creator'
import { type Language, sayDay } from '@/lib/dates'
import { proposeEdition } from '@/lib/event-files/propose-edition'
import { getEventFile } from '@/lib/event-files/queries'
import { openDesk } from '../../open-desk'
import { makeEdition } from '../actions'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newEdition')
  return { title: t('title'), robots: { index: false } }
}

export default async function NewEditionPage({ params }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/settings/edition')
  await requireCreator()
  const [t, rooms, language, { file, event }] = await Promise.all([
    getTranslations('newEdition'),
    getTranslations('organizer.rooms'),
    getLocale() as Promise<Language>,
    getEventFile(key),
  ])
  return (
    <div className="space-y-8">
      <PageHeading
        above={<TextLink href={`/organizer/${slug}/settings`}>{rooms('settings')}</TextLink>}
        note={t('lead')}
        title={t('title')}
      />
      <NewEditionForm
        action={makeEdition.bind(null, slug)}
        proposed={proposeEdition(file)}
        startsNow={sayDay(event.startsAt, event.timezone, language)}
      />
    </div>
  )
}
