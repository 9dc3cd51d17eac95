import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { MealMatrix } from '@/components/organizer/meal-matrix'
import { NightFigures } from '@/components/organizer/night-figures'
import { PeopleFigures } from '@/components/organizer/people-figures'
import { PlaceFigures } from '@/components/organizer/place-figures'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { listPublicActivities } from '@/lib/activities/queries'
import { requireCheckIn } from '@/lib/auth/require-check-in'
import { countArrivals, listPoints } from '@/lib/check-in/queries'
import { countLines, countMeals, countPeople } from '@/lib/dashboards/queries'
import { type Language, saySpan } from '@/lib/dates'
import { getEventFor } from '@/lib/events/queries'
import { listPublicHotels } from '@/lib/hotels/queries'
import { listPublicMeals } from '@/lib/meals/queries'
import { openDesk } from './open-desk'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organizer.rooms')
  return { title: t('overview'), robots: { index: false } }
}

export default async function OverviewPage({ params }: Props) {
  const { slug } = await params
  const key = await openDesk(slug)
  const event = await getEventFor(key)
  const [t, language, people, lines, mealFigures, door, activities, meals, hotels] = await Promise.all([
    getTranslations('organizer'),
    getLocale() as Promise<Language>,
    countPeople(key),
    countLines(key),
    countMeals(key),
    countDoor(key.eventId),
    listPublicActivities(event),
    listPublicMeals(event),
    listPublicHotels(event),
  ])
  const contingents = hotels.filter(({ roomTypes }) => roomTypes.some(({ nights }) => nights.length > 0))
  const catered = meals.filter(({ options }) => options.length > 0)
  return (
    <div className="space-y-12">
      <PageHeading
        actions={<LinkButton href={`/check-in/${slug}`}>{t('rooms.checkIn')}</LinkButton>}
        note={saySpan(event.startsAt, event.endsAt, event.timezone, language)}
        title={t('rooms.overview')}
      />
      {event.status !== 'published' && <Notice title={t(`event.${event.status}`)} tone="warn" />}
      <Section title={t('overview.people')}>
        <PeopleFigures door={door} figures={people} slug={slug} />
      </Section>
      <Section title={t('overview.places')}>
        <PlaceFigures activities={activities} event={event} lines={lines} />
      </Section>
      {contingents.length > 0 && (
        <Section title={t('overview.nights')}>
          <div className="space-y-8">
            {contingents.map((hotel) => (
              <NightFigures hotel={hotel} key={hotel.id} lines={lines} pools={event.pools.byId} slug={slug} />
            ))}
          </div>
        </Section>
      )}
      {catered.length > 0 && (
        <Section note={t('overview.mealsNote')} title={t('overview.meals')}>
          <div className="space-y-6">
            {catered.map((meal) => (
              <MealMatrix figures={mealFigures} key={meal.id} meal={meal} slug={slug} />
            ))}
          </div>
        </Section>
      )}
    </div>
  )
}

async function countDoor(eventId: string) {
  const key = await requireCheckIn(eventId)
  const arrival = (await listPoints(key)).find(({ isArrival }) => isArrival)
  return arrival ? await countArrivals(key, arrival.key) : { arrived: 0, expected: 0 }
}
