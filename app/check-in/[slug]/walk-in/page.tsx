import type { Metadata } from 'next'
import { forbidden, permanentRedirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { WalkInForm } from '@/components/check-in/walk-in-form'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { now } from '@/lib/clock'
import { isFullOnSite } from '@/lib/events/rules'
import { newId } from '@/lib/ids'
import type { Language } from '@/lib/languages'
import { openToDoor } from '@/lib/registrations/open-to-organizers'
import { getOfferFor } from '@/lib/registrations/queries'
import { PublicPage } from '../../../public-page'
import { openDoor } from '../open-door'
import { admit } from './actions'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ form?: string | string[]; point?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checkIn.walkIn')
  return { title: t('title'), robots: { index: false } }
}

/** Somebody stands at the door whom no list knows. */
export default async function WalkInPage({ params, searchParams }: Props) {
  const { slug } = await params
  const { event: ref, key } = await openDoor(slug)
  if (ref.movedTo) permanentRedirect(`/check-in/${ref.movedTo}/walk-in`)
  if (key.rank === 'scan_only') forbidden()
  const [t, language, offer, { form, point }] = await Promise.all([
    getTranslations('checkIn.walkIn'),
    getLocale() as Promise<Language>,
    getOfferFor(key),
    searchParams,
  ])
  const isWhole = form === 'whole'
  const mayForce = key.rank === 'supervisor'
  const desk = { slug, point: typeof point === 'string' ? point : '', form: isWhole ? 'whole' : '' }
  return (
    <PublicPage accent={offer.event.accent} width="measure">
      <PageHeading
        above={<TextLink href={`/check-in/${slug}`}>{offer.event.title}</TextLink>}
        note={t('note')}
        title={t('title')}
      />
      {isFullOnSite(offer.event) && (
        <Notice title={t('full')} tone="warn">
          {t(mayForce ? 'fullSupervisor' : 'fullText')}
        </Notice>
      )}
      <WalkInForm
        action={admit.bind(null, desk)}
        isWhole={isWhole}
        language={language}
        mayForce={mayForce}
        now={now()}
        offer={openToDoor(offer)}
        submissionId={newId()}
      />
      <p>
        <TextLink
          className="inline-flex min-h-11 items-center"
          href={`/check-in/${slug}/walk-in?${new URLSearchParams({ point: desk.point, form: isWhole ? 'short' : 'whole' })}`}
        >
          {t(isWhole ? 'short' : 'whole')}
        </TextLink>
      </p>
    </PublicPage>
  )
}
