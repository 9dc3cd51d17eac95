import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { TeamFoodForm } from '@/components/team/team-food-form'
import { TeamNotice } from '@/components/team/team-notice'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import type { Language } from '@/lib/dates'
import { getEventFor } from '@/lib/events/queries'
import { findTeamFood, listPublicMeals } from '@/lib/meals/queries'
import { PublicPage } from '../../../public-page'
import { openStaffDoor } from '../open-door'
import { sayWhatIEat } from './actions'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ said?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('team.food')
  return { title: t('title'), robots: { index: false } }
}

/** What somebody at the door eats: whoever only checks in has no page of the team. */
export default async function DoorMealsPage({ params, searchParams }: Props) {
  const { slug } = await params
  const { event: ref, key } = await openStaffDoor(slug)
  if (ref.movedTo) permanentRedirect(`/check-in/${ref.movedTo}/meals`)
  const event = await getEventFor(key)
  const [t, language, { said }, meals, food] = await Promise.all([
    getTranslations('team.food'),
    getLocale() as Promise<Language>,
    searchParams,
    listPublicMeals(event),
    findTeamFood(key),
  ])
  return (
    <PublicPage accent={event.accent} width="measure">
      <PageHeading
        above={<TextLink href={`/check-in/${slug}`}>{event.title}</TextLink>}
        note={t('note')}
        title={t('title')}
      />
      <TeamNotice said={said} />
      <TeamFoodForm
        action={sayWhatIEat.bind(null, slug)}
        food={food}
        language={language}
        meals={meals}
        timezone={event.timezone}
      />
    </PublicPage>
  )
}
