import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { attendeesHref, filterQuery } from '@/components/organizer/attendees-href'
import { ManyForm } from '@/components/organizer/many-form'
import { ManyNames } from '@/components/organizer/many-names'
import { whyNot } from '@/components/organizer/many-sentences'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { TextLink } from '@/components/ui/text-link'
import { listAttendees } from '@/lib/attendees/list-attendees'
import { sayFilter } from '@/lib/attendees/say-filter'
import { attendeeFilter } from '@/lib/attendees/schema'
import { foresee } from '@/lib/bulk-acts/queries'
import { chosenActs } from '@/lib/bulk-acts/schema'
import type { Language } from '@/lib/dates'
import { newId } from '@/lib/ids'
import { getOfferFor } from '@/lib/registrations/queries'
import { openDesk } from '../../open-desk'
import { startOnMany } from './actions'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organizer.many')
  return { title: t('title'), robots: { index: false } }
}

/** What will happen to whom, before it does. */
export default async function ManyPage({ params, searchParams }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/attendees/many')
  const asked = await searchParams
  const kind = chosenActs.find((act) => act === asked.act)
  const { view: _, person, ...rest } = attendeeFilter.parse(asked)
  const shown = asked.who === 'all' ? rest : { ...rest, person }
  const { after: __, before: ___, ...filter } = shown
  const query = filterQuery(filter)
  const t = await getTranslations('organizer.many')
  const back = <TextLink href={attendeesHref(slug, rest)}>{t('back')}</TextLink>
  if (!kind) notFound()
  if (asked.who !== 'all' && !person)
    return (
      <>
        <PageHeading above={back} title={t('title')} />
        <EmptyState title={t('nobodyTicked')}>{t('nobodyTickedText')}</EmptyState>
      </>
    )
  if (kind === 'write') redirect(`/organizer/${slug}/mails/write?${query}`)
  if (kind === 'export') redirect(`/organizer/${slug}/exports?${query}`)
  const [language, offer, foresight, people] = await Promise.all([
    getLocale() as Promise<Language>,
    getOfferFor(key),
    foresee(key, filter, kind),
    listAttendees(key, shown),
  ])
  const { count, possible, impossible, mark } = foresight
  return (
    <div className="space-y-8">
      <PageHeading
        above={back}
        note={sayFilter(filter, { offer, language })}
        title={t(`titles.${kind}`, { count: possible })}
      />
      <p className="max-w-[70ch]">{t(`what.${kind}`)}</p>
      {impossible.length > 0 && (
        <Notice title={t('notTo', { count: count - possible })} tone="warn">
          <ul>
            {impossible.map((one) => (
              <li key={one.refusal}>
                {t('some', { count: one.count })} {whyNot(t, one.refusal)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {possible > 0 ? (
        <ManyForm
          action={startOnMany.bind(null, slug, query, kind)}
          count={possible}
          id={newId()}
          kind={kind}
          mark={mark}
        />
      ) : (
        <EmptyState title={t('toNobody')} />
      )}
      <Section title={t('who', { count })}>
        <ManyNames
          here={`/organizer/${slug}/attendees/many?act=${kind}&who=${asked.who === 'all' ? 'all' : 'ticked'}&${query}`}
          page={people}
          slug={slug}
        />
      </Section>
    </div>
  )
}
