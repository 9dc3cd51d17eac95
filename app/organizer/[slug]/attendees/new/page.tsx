import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { BehalfForm } from '@/components/organizer/behalf-form'
import { ByHandQuestions } from '@/components/organizer/by-hand-questions'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { now } from '@/lib/clock'
import { isFullOnSite } from '@/lib/events/rules'
import { newId } from '@/lib/ids'
import type { Language } from '@/lib/languages'
import { openToOrganizers } from '@/lib/registrations/open-to-organizers'
import { getOfferFor } from '@/lib/registrations/queries'
import { openDesk } from '../../open-desk'
import { addPerson } from './actions'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organizer.byHand')
  return { title: t('title'), robots: { index: false } }
}

export default async function AddPersonPage({ params }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/attendees/new')
  const [t, language, offer] = await Promise.all([
    getTranslations('organizer'),
    getLocale() as Promise<Language>,
    getOfferFor(key),
  ])
  return (
    <div className="max-w-2xl space-y-8">
      <PageHeading
        above={<TextLink href={`/organizer/${slug}/attendees`}>{t('rooms.attendees')}</TextLink>}
        note={t('byHand.note')}
        title={t('byHand.title')}
      />
      {isFullOnSite(offer.event) && (
        <Notice title={t('byHand.full')} tone="warn">
          {t('byHand.fullText')}
        </Notice>
      )}
      <BehalfForm
        action={addPerson.bind(null, slug)}
        carried={{ submissionId: newId() }}
        language={language}
        now={now()}
        offer={openToOrganizers(offer)}
        submit={t('byHand.add')}
        values={{}}
      >
        <ByHandQuestions language={offer.event.languages[0] ?? language} />
      </BehalfForm>
    </div>
  )
}
