import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FileForm } from '@/components/event-files/file-form'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { openDesk } from '../../open-desk'
import { applyFile } from '../actions'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings')
  return { title: t('uploadTitle'), robots: { index: false } }
}

export default async function FilePage({ params }: Props) {
  const { slug } = await params
  await openDesk(slug, '/settings/file')
  const [t, rooms] = await Promise.all([getTranslations('settings'), getTranslations('organizer.rooms')])
  return (
    <div className="space-y-8">
      <PageHeading
        above={<TextLink href={`/organizer/${slug}/settings`}>{rooms('settings')}</TextLink>}
        note={t('uploadLead')}
        title={t('uploadTitle')}
      />
      <FileForm action={applyFile.bind(null, slug)} />
    </div>
  )
}
