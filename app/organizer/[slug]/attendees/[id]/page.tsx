import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Allergies } from '@/components/organizer/allergies'
import { CancelPerson } from '@/components/organizer/cancel-person'
import { Decided, DecidePerson } from '@/components/organizer/decide-person'
import { PersonAddress } from '@/components/organizer/person-address'
import { PersonAnswers } from '@/components/organizer/person-answers'
import { PersonClaims } from '@/components/organizer/person-claims'
import { PersonDone } from '@/components/organizer/person-done'
import { PersonRoom } from '@/components/organizer/person-room'
import { StatusTag } from '@/components/organizer/status-tag'
import { LinkButton } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { TextLink } from '@/components/ui/text-link'
import { findAttendee } from '@/lib/attendees/find-attendee'
import type { Language } from '@/lib/dates'
import { findRoomOf } from '@/lib/registrations/my-room'
import { getOfferFor } from '@/lib/registrations/queries'
import { claimLabels } from '@/lib/registrations/rules'
import { openDesk } from '../../open-desk'
import { cancelOnBehalf, letIn, showAllergies, turnDown, writeToAddress } from './actions'
import { PersonRecord } from './person-record'
import { bookRoom, giveOneMore, releaseRoom } from './room/actions'

type Props = {
  params: Promise<{ slug: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organizer.person')
  return { title: t('title'), robots: { index: false } }
}

export default async function AttendeePage({ params, searchParams }: Props) {
  const { slug, id } = await params
  const key = await openDesk(slug, `/attendees/${id}`)
  const person = await findAttendee(key, id)
  if (!person) notFound()
  const { done, said } = await searchParams
  const [t, language, offer] = await Promise.all([
    getTranslations('organizer'),
    getLocale() as Promise<Language>,
    getOfferFor(key),
  ])
  const room = await findRoomOf(key, id, offer)
  const zone = { timezone: offer.event.timezone, language }
  return (
    <div className="max-w-4xl space-y-10">
      <PageHeading
        above={<TextLink href={`/organizer/${slug}/attendees`}>{t('rooms.attendees')}</TextLink>}
        actions={
          person.status !== 'cancelled' &&
          !person.anonymizedAt && (
            <>
              <LinkButton href={`/organizer/${slug}/attendees/${id}/edit`}>{t('behalf.link')}</LinkButton>
              {person.status !== 'pending_approval' && (
                <CancelPerson action={cancelOnBehalf.bind(null, slug, id)} name={person.name} />
              )}
            </>
          )
        }
        note={
          <span className="flex flex-wrap items-center gap-3">
            <StatusTag status={person.status} />
            {person.cancelReason && t(`cancelled.${person.cancelReason}`)}
            <span className="font-mono text-base">{person.code}</span>
          </span>
        }
        title={<bdi>{person.name}</bdi>}
      />
      <PersonDone done={done} />
      <Decided said={said} />
      {person.status === 'pending_approval' && (
        <DecidePerson
          letIn={letIn.bind(null, slug, id)}
          name={person.name}
          turnDown={turnDown.bind(null, slug, id)}
        />
      )}
      <Section title={t('person.holds')}>
        <PersonClaims
          claims={person.claims}
          names={claimLabels(offer, language, person.stay?.nights ?? [])}
          {...zone}
        />
      </Section>
      {room && (
        <PersonRoom
          book={bookRoom.bind(null, slug, id)}
          give={giveOneMore.bind(null, slug, id)}
          language={language}
          name={person.name}
          release={releaseRoom.bind(null, slug, id)}
          room={room}
          said={said}
        />
      )}
      <Section title={t('person.answers')}>
        <PersonAnswers person={person} {...zone} />
        {person.status !== 'cancelled' && !person.anonymizedAt && (
          <PersonAddress action={writeToAddress.bind(null, slug, id)} />
        )}
        {person.hasAllergyNote && <Allergies action={showAllergies.bind(null, slug, id)} />}
      </Section>
      <PersonRecord organizer={key} person={person} slug={slug} {...zone} />
    </div>
  )
}
