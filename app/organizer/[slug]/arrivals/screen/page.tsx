import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { BigScreen } from '@/components/arrivals/big-screen'
import { FollowDoor } from '@/components/arrivals/follow-door'
import { getArrivalBoard } from '@/lib/arrivals/queries'
import { doorOf } from '@/lib/arrivals/rules'
import { now } from '@/lib/clock'
import { type Language, sayTime } from '@/lib/dates'
import { getEventFor } from '@/lib/events/queries'
import { openDesk } from '../../open-desk'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ names?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('arrivals')
  return { title: t('title'), robots: { index: false } }
}

export default async function ArrivalsScreenPage({ params, searchParams }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/arrivals/screen')
  const event = await getEventFor(key)
  const [t, language, { names }, board] = await Promise.all([
    getTranslations('arrivals'),
    getLocale() as Promise<Language>,
    searchParams,
    getArrivalBoard(key),
  ])
  return (
    <>
      <FollowDoor slug={slug} />
      <noscript>
        <meta content="10" httpEquiv="refresh" />
      </noscript>
      <BigScreen
        asOf={t('asOf', { time: sayTime(now(), event.timezone, language) })}
        board={board}
        door={doorOf(board)}
        hasNames={names === 'show'}
        slug={slug}
        title={t('screenTitle', { event: event.title })}
      />
    </>
  )
}
