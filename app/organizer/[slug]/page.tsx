import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ArrivalFigures } from '@/components/organizer/arrival-figures'
import { CourseFigures } from '@/components/organizer/course-figures'
import { DoorFigures } from '@/components/organizer/door-figures'
import { HotelNights } from '@/components/organizer/hotel-nights'
import { MealMatrix } from '@/components/organizer/meal-matrix'
import { NextSteps } from '@/components/organizer/next-steps'
import { NobodyYet } from '@/components/organizer/nobody-yet'
import { PeopleFigures } from '@/components/organizer/people-figures'
import { PlaceTable } from '@/components/organizer/place-table'
import { PresenceDays } from '@/components/organizer/presence-days'
import { StayFresh } from '@/components/organizer/stay-fresh'
import { LinkButton } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { now as clock } from '@/lib/clock'
import { datesBetween, type Language, localDate, saySpan, sayTime } from '@/lib/dates'
import { getEventFor } from '@/lib/events/queries'
import { openDesk } from './open-desk'
import { readFigures } from './read-figures'
import { sayWindow } from './say-window'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organizer.rooms')
  return { title: t('overview'), robots: { index: false } }
}

export default async function OverviewPage({ params }: Props) {
  const { slug } = await params
  const key = await openDesk(slug)
  const event = await getEventFor(key)
  const [t, language, figures] = await Promise.all([
    getTranslations('organizer'),
    getLocale() as Promise<Language>,
    readFigures(key, event),
  ])
  const { people, places, made, last, door } = figures
  const [now, zone] = [clock(), event.timezone]
  const [today, days] = [localDate(now, zone), datesBetween(event.startsAt, event.endsAt, zone)]
  const [isToday, isOver] = [days.includes(today), now > event.endsAt]
  const everybody = Object.values(people.status).reduce((sum, count) => sum + count, 0)
  const registered = everybody - people.status.cancelled
  return (
    <div className="space-y-12">
      <PageHeading
        actions={<LinkButton href={`/check-in/${slug}`}>{t('rooms.checkIn')}</LinkButton>}
        note={saySpan(event.startsAt, event.endsAt, zone, language)}
        title={
          <>
            {t('rooms.overview')}
            <span className="hidden print:inline">: {event.title}</span>
          </>
        }
      />
      <NextSteps isOver={isOver} registered={registered} slug={slug} status={event.status} />
      {(isToday || door.arrived > 0) && (
        <Section
          note={isToday && t('overview.asOf', { time: sayTime(now, zone, language) })}
          title={t('overview.arrivedHeading')}
        >
          {isToday && <StayFresh seconds={30} />}
          <ArrivalFigures door={door} hasLink hours={figures.hours} slug={slug} />
        </Section>
      )}
      {everybody === 0 ? (
        <NobodyYet isDraft={event.status === 'draft'} slug={slug} {...sayWindow(event, now, language)} />
      ) : (
        <>
          <Section title={t('overview.people')}>
            <PeopleFigures figures={people} slug={slug} />
          </Section>
          <Section title={t('overview.ready')}>
            <DoorFigures
              arePhotosTaken={event.arePhotosTaken}
              figures={people}
              mails={figures.mails}
              slug={slug}
            />
          </Section>
          <Section title={t('overview.course')}>
            <CourseFigures last={last} ours={{ startsOn: days[0]!, days: made }} slug={slug} today={today} />
          </Section>
        </>
      )}
      {days.length > 1 && everybody > 0 && (
        <Section note={t('overview.presenceNote')} title={t('overview.presence')}>
          <PresenceDays days={days} figures={figures.days} slug={slug} />
        </Section>
      )}
      <Section title={t('overview.places')}>
        <PlaceTable activities={figures.activities} event={event} figures={places} meals={figures.meals} />
      </Section>
      {figures.hotels.length > 0 && (
        <Section className="space-y-8" id="nights" title={t('overview.nights')}>
          {figures.hotels.map((hotel) => (
            <HotelNights
              {...{ hotel, slug, today, isOver }}
              figures={places}
              guests={figures.guests[hotel.key]}
              key={hotel.id}
              pools={event.pools.byId}
            />
          ))}
        </Section>
      )}
      {figures.meals.length > 0 && (
        <Section note={t('overview.mealsNote')} title={t('overview.meals')}>
          <div className="space-y-6">
            {figures.meals.map((meal) => (
              <MealMatrix figures={figures.portions} key={meal.id} meal={meal} slug={slug} />
            ))}
          </div>
        </Section>
      )}
    </div>
  )
}
