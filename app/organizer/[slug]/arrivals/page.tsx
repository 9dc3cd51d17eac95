import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LastArrivals, MissingPeople } from '@/components/arrivals/arrival-lists'
import { PointTable, PresenceTable } from '@/components/arrivals/board-tables'
import { DoubtList } from '@/components/arrivals/doubt-list'
import { FollowDoor } from '@/components/arrivals/follow-door'
import { PhoneTable } from '@/components/arrivals/phone-table'
import { ArrivalFigures } from '@/components/organizer/arrival-figures'
import { LinkButton } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { getArrivalBoard } from '@/lib/arrivals/queries'
import { doorOf } from '@/lib/arrivals/rules'
import { now as clock } from '@/lib/clock'
import { countHours } from '@/lib/dashboards/queries'
import { datesBetween, type Language, localDate, sayTime } from '@/lib/dates'
import { listLinks } from '@/lib/devices/queries'
import { getEventFor } from '@/lib/events/queries'
import { openDesk } from '../open-desk'
import { lookAtThis } from './actions'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('arrivals')
  return { title: t('title'), robots: { index: false } }
}

export default async function ArrivalsPage({ params }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/arrivals')
  const event = await getEventFor(key)
  const zone = event.timezone
  const [t, language, board, hours, links] = await Promise.all([
    getTranslations('arrivals'),
    getLocale() as Promise<Language>,
    getArrivalBoard(key),
    countHours(key, zone),
    listLinks(key),
  ])
  const now = clock()
  const isToday = datesBetween(event.startsAt, event.endsAt, zone).includes(localDate(now, zone))
  const phones = links.flatMap(({ devices }) => devices.filter(({ state }) => state === 'paired'))
  const door = doorOf(board)
  return (
    <div className="space-y-12">
      <FollowDoor slug={slug} />
      <PageHeading
        actions={
          <LinkButton href={`/organizer/${slug}/arrivals/screen`} variant="secondary">
            {t('screen')}
          </LinkButton>
        }
        note={t('asOf', { time: sayTime(now, zone, language) })}
        title={t('title')}
      />
      <DoubtList doubts={board.doubts} look={lookAtThis.bind(null, slug)} {...{ slug, zone, language }} />
      <Section title={t('here')}>
        <ArrivalFigures door={door} hours={hours} slug={slug} />
      </Section>
      <div className="grid grid-cols-1 gap-12 xl:grid-cols-2">
        <LastArrivals last={board.last} {...{ slug, zone, language, isToday }} />
        <MissingPeople count={door.expected - door.arrived} missing={board.missing} slug={slug} />
      </div>
      <Section title={t('presences')}>
        <PresenceTable presences={board.presences} slug={slug} />
      </Section>
      <Section title={t('points')}>
        <PointTable points={board.points} />
      </Section>
      <Section title={t('devices')}>
        <PhoneTable {...{ slug, phones, zone, language, now }} />
      </Section>
    </div>
  )
}
