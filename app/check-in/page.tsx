import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Anchor } from '@/components/ui/anchor'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { listTeams } from '@/lib/auth/queries'
import { adminKey } from '@/lib/auth/require-admin'
import { findCheckInKey } from '@/lib/auth/require-check-in'
import { requireUser } from '@/lib/auth/require-user'
import type { SignedInUser } from '@/lib/auth/schema'
import { type Language, saySpan } from '@/lib/dates'
import { getEventFor, listEvents } from '@/lib/events/queries'
import type { EventSummary } from '@/lib/events/schema'
import { PublicPage } from '../public-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checkIn')
  return { title: t('title'), robots: { index: false } }
}

export default async function DoorsPage() {
  const user = await requireUser('/check-in')
  const events = await listMyDoors(user)
  const [t, account, language] = await Promise.all([
    getTranslations('checkIn'),
    getTranslations('account'),
    getLocale() as Promise<Language>,
  ])
  return (
    <PublicPage width="measure">
      <PageHeading note={t('index.note')} title={t('index.title')} />
      {events.length === 0 && <EmptyState title={t('index.emptyTitle')}>{t('index.emptyText')}</EmptyState>}
      <ul className="space-y-3">
        {events.map((event) => (
          <li data-accent={event.accent ?? undefined} key={event.id}>
            <Anchor
              className="block min-h-16 rounded border border-line border-l-8 border-l-accent bg-surface px-5 py-4 hover:border-line-strong"
              href={`/check-in/${event.slug}`}
            >
              <span className="block break-words font-bold text-xl">{event.title}</span>
              <span className="block text-muted">
                {saySpan(event.startsAt, event.endsAt, event.timezone, language)}
              </span>
            </Anchor>
          </li>
        ))}
      </ul>
      <p className="mt-8">
        <TextLink href="/account">{account('title')}</TextLink>
      </p>
    </PublicPage>
  )
}

/** The events somebody belongs to, the latest first; the installation's admins stand at every door. */
async function listMyDoors(user: SignedInUser): Promise<EventSummary[]> {
  const admin = adminKey(user)
  if (admin) return await listEvents(admin)
  const teams = await listTeams(user)
  const keys = await Promise.all(teams.map(({ eventId }) => findCheckInKey(eventId)))
  const events = await Promise.all(keys.filter((key) => key !== null).map((key) => getEventFor(key)))
  return events.sort((one, other) => other.startsAt.getTime() - one.startsAt.getTime())
}
