import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { BlankBadges } from '@/components/exports/blank-badges'
import { HandedOut } from '@/components/exports/handed-out'
import { ListCard } from '@/components/exports/list-card'
import { filterQuery } from '@/components/organizer/attendees-href'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { TextLink } from '@/components/ui/text-link'
import { sayFilter } from '@/lib/attendees/say-filter'
import { isNarrowed } from '@/lib/attendees/schema'
import { listUserNames } from '@/lib/auth/queries'
import { countBadges } from '@/lib/badges/queries'
import { now } from '@/lib/clock'
import type { Language } from '@/lib/dates'
import { countAccess, countRooming } from '@/lib/exports/count-changes'
import { openSheet } from '@/lib/exports/open-sheet'
import { listLastExports } from '@/lib/exports/queries'
import { readWish } from '@/lib/exports/rules'
import { exportLists, filteredLists } from '@/lib/exports/schema'
import { getOfferFor } from '@/lib/registrations/queries'
import { openDesk } from '../open-desk'
import { makeBlanksHere } from './actions'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organizer.rooms')
  return { title: t('exports'), robots: { index: false } }
}

export default async function ExportsPage({ params, searchParams }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/exports')
  const asked = Object.entries(await searchParams).flatMap(([name, values]) =>
    [values ?? []].flat().map((value): [string, string] => [name, value]),
  )
  const wish = readWish('attendees', asked)
  const isFiltered = isNarrowed(wish.filter)
  const offer = await getOfferFor(key)
  const { event } = offer
  const [t, language, last, access, rooming, badges, ...sheets] = await Promise.all([
    getTranslations('organizer'),
    getLocale() as Promise<Language>,
    listLastExports(key),
    countAccess(key, event),
    countRooming(key, event),
    countBadges(key),
    ...exportLists.map((list) => openSheet(key, list, readWish(list, asked), event)),
  ])
  const names = await listUserNames(key, [
    ...new Set(Object.values(last).flatMap(({ userId }) => userId ?? [])),
  ])
  const texts: Record<string, string> = {
    ...(event.accessListOrganization && { access: t('exports.lists.access.textOrganization') }),
    ...(event.endsAt > now() && { 'no-shows': t('exports.lists.no-shows.textYet') }),
  }
  return (
    <>
      <PageHeading note={t('exports.note')} title={t('rooms.exports')} />
      {isFiltered && (
        <Notice className="mb-6" title={t('exports.narrowed')}>
          <p>{sayFilter(wish.filter, { offer, language })}</p>
          <TextLink href={`/organizer/${slug}/exports`}>{t('exports.narrowedNone')}</TextLink>
        </Notice>
      )}
      <div className="grid gap-5 xl:grid-cols-2">
        {exportLists.map((list, at) => {
          const sheet = sheets[at]!
          const one = last[list]
          const who = one?.userId ? names[one.userId] : undefined
          const takesFilter = isFiltered && filteredLists.some((other) => other === list)
          return (
            <ListCard
              columns={sheet.ok ? sheet.value.columns : ['legal_name']}
              key={list}
              language={language}
              last={one && { ...one, who: who ?? t('exports.somebody') }}
              list={list}
              query={takesFilter ? filterQuery(wish.filter) : undefined}
              rows={sheet.ok ? sheet.value.rows : null}
              slug={slug}
              text={texts[list]}
              timezone={event.timezone}
            >
              {list === 'access' && <HandedOut list="access" slug={slug} standings={[access]} />}
              {list === 'rooming' && rooming.length > 0 && (
                <HandedOut list="rooming" slug={slug} standings={rooming} />
              )}
            </ListCard>
          )
        })}
      </div>
      <Section className="mt-10" id="blanks" title={t('exports.blanks.title')}>
        <BlankBadges action={makeBlanksHere.bind(null, slug)} slug={slug} {...badges} />
      </Section>
      <Section className="mt-10" title={t('exports.careTitle')}>
        <p className="max-w-[70ch]">{t('exports.care')}</p>
      </Section>
    </>
  )
}
