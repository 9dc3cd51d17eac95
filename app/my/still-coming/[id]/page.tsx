import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { StillComingAnswer, type StillComingState } from '@/components/registrations/still-coming-answer'
import { PageHeading } from '@/components/ui/page-heading'
import { requireAttendee } from '@/lib/auth/attendee-keys'
import { now } from '@/lib/clock'
import { type Language, saySpan } from '@/lib/dates'
import { getMine } from '@/lib/registrations/queries'
import type { MyRegistration } from '@/lib/registrations/schema'
import { PublicPage } from '../../../public-page'
import { sayNo, sayYes } from './actions'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('my.stillComing')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

export default async function StillComingPage({ params }: Props) {
  const { id } = await params
  const mine = await getMine(await requireAttendee(id))
  const [t, locale] = await Promise.all([getTranslations('my.stillComing'), getLocale()])
  const { event } = mine.offer
  const when = saySpan(event.startsAt, event.endsAt, event.timezone, locale as Language)
  return (
    <PublicPage accent={event.accent} width="measure">
      <PageHeading note={t('lead', { event: event.title, when })} title={t('title')} />
      <StillComingAnswer no={sayNo.bind(null, id)} state={stateOf(mine, now())} yes={sayYes.bind(null, id)} />
    </PublicPage>
  )
}

function stateOf(mine: MyRegistration, now: Date): StillComingState {
  const { event } = mine.offer
  if (mine.status === 'cancelled' && mine.cancelReason === 'person') return 'gone'
  if (event.status === 'cancelled' || now >= event.endsAt) return 'over'
  if (mine.status !== 'confirmed') return 'no_place'
  return mine.stillComingAt ? 'coming' : 'asked'
}
