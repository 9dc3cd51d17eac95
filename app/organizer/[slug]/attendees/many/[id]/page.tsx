import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { whyNot } from '@/components/organizer/many-sentences'
import { ManyTable } from '@/components/organizer/many-table'
import { StayFresh } from '@/components/organizer/stay-fresh'
import { LinkButton } from '@/components/ui/button'
import { Meter } from '@/components/ui/meter'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { TextLink } from '@/components/ui/text-link'
import { listUserNames } from '@/lib/auth/queries'
import { findBulkAct, listBulkPeople } from '@/lib/bulk-acts/queries'
import { fates } from '@/lib/bulk-acts/schema'
import { type Language, sayMoment } from '@/lib/dates'
import { getEventFor } from '@/lib/events/queries'
import { openDesk } from '../../../open-desk'

type Props = {
  params: Promise<{ slug: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organizer.many')
  return { title: t('report'), robots: { index: false } }
}

/** How far an act on many has come, and afterwards what became of it. */
export default async function ManyReportPage({ params, searchParams }: Props) {
  const { slug, id } = await params
  const key = await openDesk(slug, `/attendees/many/${id}`)
  const asked = await searchParams
  const act = await findBulkAct(key, id)
  if (!act) notFound()
  const fate = fates.find((one) => one === asked.fate)
  const after = Number(asked.after) > 0 ? Math.trunc(Number(asked.after)) : 0
  const [t, language, event, names, people] = await Promise.all([
    getTranslations('organizer.many'),
    getLocale() as Promise<Language>,
    getEventFor(key),
    listUserNames(key, [act.startedBy]),
    listBulkPeople(key, id, { fate, after: Math.min(after, 1_000_000) }),
  ])
  const here = `/organizer/${slug}/attendees/many/${id}`
  const refused = act.refused.reduce((sum, { count }) => sum + count, 0)
  const at = sayMoment(act.startedAt, event.timezone, language)
  return (
    <div className="space-y-8">
      <PageHeading
        above={<TextLink href={`/organizer/${slug}/attendees`}>{t('back')}</TextLink>}
        note={t('begun', { who: names[act.startedBy] ?? t('somebody'), at, filter: act.filterWords })}
        title={t(`done.${act.kind}`, { count: act.done })}
      />
      {act.finishedAt ? (
        <Notice
          role="status"
          title={t('finished', { done: act.done, refused })}
          tone={refused > 0 ? 'warn' : 'good'}
        >
          {act.refused.map((one) => (
            <p key={one.refusal}>
              {t('some', { count: one.count })} {whyNot(t, one.refusal)}
            </p>
          ))}
        </Notice>
      ) : (
        <div className="max-w-2xl space-y-3" role="status">
          <Meter
            label={t('underWay')}
            size={act.people}
            taken={act.done + refused}
            words={t('soFar', { done: act.done + refused, of: act.people })}
          />
          <p className="text-muted">{t('mayLeave')}</p>
          <LinkButton href={here}>{t('again')}</LinkButton>
          <StayFresh seconds={2} />
        </div>
      )}
      {act.tags.length > 0 && <p>{t('withTags', { tags: act.tags.join(', ') })}</p>}
      {act.reason && <p>{t('withReason', { reason: act.reason })}</p>}
      <Section title={t('people')}>
        <nav aria-label={t('show')} className="mb-4 flex flex-wrap gap-3">
          {[undefined, ...fates].map((one) => (
            <LinkButton
              aria-current={one === fate ? 'page' : undefined}
              href={one ? `${here}?fate=${one}` : here}
              key={one ?? 'all'}
              variant={one === fate ? 'secondary' : 'quiet'}
            >
              {one ? t(`fates.${one}`) : t('all')}
            </LinkButton>
          ))}
        </nav>
        <ManyTable rows={people.rows} slug={slug} />
        {people.next && (
          <LinkButton className="mt-4" href={`${here}?after=${people.next}${fate ? `&fate=${fate}` : ''}`}>
            {t('more')}
          </LinkButton>
        )}
      </Section>
    </div>
  )
}
