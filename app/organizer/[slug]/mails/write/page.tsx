import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { GroupMailForm } from '@/components/group-mails/group-mail-form'
import { GroupPlaceholders } from '@/components/group-mails/group-placeholders'
import { WhoGetsIt } from '@/components/group-mails/who-gets-it'
import { attendeesHref, filterQuery } from '@/components/organizer/attendees-href'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { TextLink } from '@/components/ui/text-link'
import { readFilter } from '@/lib/attendees/rules'
import { sayFilter } from '@/lib/attendees/say-filter'
import { attendeeFilter } from '@/lib/attendees/schema'
import type { Language } from '@/lib/dates'
import { listRecipients } from '@/lib/group-mails/list-recipients'
import { findGroupMail } from '@/lib/group-mails/queries'
import type { Draft } from '@/lib/group-mails/schema'
import { isId, newId } from '@/lib/ids'
import type { OrganizerKey } from '@/lib/keys'
import { languages } from '@/lib/languages'
import { getOfferFor } from '@/lib/registrations/queries'
import { openDesk } from '../../open-desk'
import { keepMessage } from './actions'

type Asked = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Asked> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groupMails.write')
  return { title: t('title'), robots: { index: false } }
}

export default async function WriteMailPage({ params, searchParams }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/mails/write')
  const asked = await searchParams
  const [t, language, offer, { draft, version }] = await Promise.all([
    getTranslations('groupMails'),
    getLocale() as Promise<Language>,
    getOfferFor(key),
    openDraft(key, asked, slug),
  ])
  const filter = readFilter(draft.filter)
  const spoken = languages.flatMap(({ code }) => (offer.event.languages.includes(code) ? [code] : []))
  return (
    <div className="space-y-8">
      <PageHeading
        above={<TextLink href={`/organizer/${slug}/mails`}>{t('back')}</TextLink>}
        note={t('write.lead')}
        title={t('write.title')}
      />
      {asked.kept && <Notice role="status" title={t('write.kept')} tone="good" />}
      <Section title={t('who.title')}>
        <WhoGetsIt
          filter={sayFilter(filter, { offer, language })}
          listHref={attendeesHref(slug, filter)}
          recipients={await listRecipients(key, draft)}
          texts={{}}
        />
      </Section>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10 border-line border-t pt-8 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <GroupMailForm
          action={keepMessage.bind(null, slug)}
          draft={draft}
          // The same while it is corrected, another once it is kept: only then does it forget what was typed.
          key={`${asked.message} ${asked.kept}`}
          languages={spoken.length > 0 ? spoken : ['en']}
          version={version}
        />
        <GroupPlaceholders />
      </div>
    </div>
  )
}

/** The draft that the address names, or a new one to whoever it narrows the list to; an old one may lend its text. */
async function openDraft(
  key: OrganizerKey,
  { message, from, kept: _, ...asked }: Asked,
  slug: string,
): Promise<{ draft: Draft; version: number | null }> {
  const named = [message ?? from].flat()[0]
  const known = named ? isId(named) && (await findGroupMail(key, named)) : null
  if (known === false || (named && !known)) notFound()
  if (known && message) {
    if (known.state !== 'draft') redirect(`/organizer/${slug}/mails/groups/${known.id}`)
    return { draft: known, version: known.version }
  }
  const { after: _a, before: _b, view: _v, sort: _s, way: _w, ...filter } = attendeeFilter.parse(asked)
  return {
    draft: {
      id: newId(),
      filter: filterQuery(filter),
      texts: known?.texts ?? {},
      isAboutEvent: known?.isAboutEvent ?? true,
    },
    version: null,
  }
}
