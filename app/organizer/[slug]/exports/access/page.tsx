import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ChangeWords } from '@/components/exports/change-words'
import { FreezeForm } from '@/components/exports/freeze-form'
import { HandoutEntry } from '@/components/exports/handout-entry'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { TextLink } from '@/components/ui/text-link'
import { listUserNames } from '@/lib/auth/queries'
import { now } from '@/lib/clock'
import type { Language } from '@/lib/dates'
import { getEventFor } from '@/lib/events/queries'
import { countAccess, countNamelessFor } from '@/lib/exports/count-changes'
import { listHandouts } from '@/lib/handouts/queries'
import { firstEraseDate, lastEraseDate, usualEraseDate } from '@/lib/handouts/rules'
import { newId } from '@/lib/ids'
import { openDesk } from '../../open-desk'
import { eraseHere, freezeHere, makeLinkHere, takeLinkBack } from '../actions'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ said?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organizer.exports.handout')
  return { title: t('freezeTitle'), robots: { index: false } }
}

export default async function AccessPage({ params, searchParams }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/exports/access')
  const event = await getEventFor(key)
  const [t, exports, language, { said }, standing, nameless, all] = await Promise.all([
    getTranslations('organizer.exports.handout'),
    getTranslations('organizer.exports'),
    getLocale() as Promise<Language>,
    searchParams,
    countAccess(key, event),
    countNamelessFor(key),
    listHandouts(key),
  ])
  const handouts = all.filter(({ list }) => list === 'access')
  const names = await listUserNames(key, [...new Set(handouts.map(({ frozenBy }) => frozenBy))])
  const spoken = (['frozen', 'erased', 'takenBack'] as const).find((one) => one === said)
  const at = now()
  return (
    <div className="max-w-4xl space-y-10">
      <PageHeading
        above={<TextLink href={`/organizer/${slug}/exports`}>{exports('paper.back')}</TextLink>}
        note={exports(event.accessListOrganization ? 'lists.access.textOrganization' : 'lists.access.text')}
        title={t('freezeTitle')}
      />
      {spoken && <Notice role="status" title={t(`said.${spoken}`)} tone="good" />}
      {said === 'used' && <Notice role="status" title={t('said.used')} tone="warn" />}
      <Section note={t('freezeNote', { count: standing.people })} title={t('freeze')}>
        {nameless > 0 && <Notice className="mb-5" title={t('nameless', { count: nameless })} tone="warn" />}
        <FreezeForm
          action={freezeHere.bind(null, slug)}
          eraseOn={{
            usual: usualEraseDate('access', event, at),
            first: firstEraseDate(event, at),
            last: lastEraseDate(event, at),
          }}
          id={newId()}
        />
      </Section>
      <Section
        note={standing.last ? <ChangeWords changes={standing.last.changes} /> : t('once')}
        title={t('list')}
      >
        <div className="space-y-4">
          {handouts.map((handout) => (
            <HandoutEntry
              erase={eraseHere}
              frozenBy={names[handout.frozenBy] ?? exports('somebody')}
              handout={handout}
              key={handout.id}
              language={language}
              makeLink={makeLinkHere}
              slug={slug}
              takeBack={takeLinkBack}
              timezone={event.timezone}
            />
          ))}
        </div>
      </Section>
    </div>
  )
}
