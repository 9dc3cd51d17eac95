import { useTranslations } from 'next-intl'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/languages'
import type { ClaimStanding } from '@/lib/places/schema'
import { claimLabels, mayCancel, unconfirmedStanding } from '@/lib/registrations/rules'
import type { MyRegistration } from '@/lib/registrations/schema'
import { Section } from '../ui/section'
import { ConfirmAddress } from './confirm-address'
import { GiveBack } from './give-back'
import { MyOffer } from './my-offer'

export type StandingActions = Record<'confirm' | 'accept' | 'decline', (data: FormData) => Promise<void>>

type MyStandingProps = {
  mine: MyRegistration
  language: Language
  now: Date
  /** The room has a part of its own below: here it only stands while it is offered. */
  hasRoom: boolean
  actions: StandingActions
}

/** What somebody holds, is offered and waits for, with their place in each line, and what they can do about it. */
export function MyStanding({ mine, language, now, hasRoom, actions }: MyStandingProps) {
  const t = useTranslations('my.standing')
  const { event } = mine.offer
  const labels: Record<string, string> = {
    // In the language of the page, which need not be the one somebody registered in.
    ...claimLabels(mine.offer, language, mine.nights),
    [event.id]: t(mine.presence === 'remote' ? 'remotePlace' : 'place'),
  }
  const named = mine.claims.filter(({ subjectId }) => labels[subjectId]).toSorted(eventFirst)
  const offers = named.filter(({ offeredUntil }) => offeredUntil)
  const listed = hasRoom ? named.filter(({ kind }) => kind !== 'stay') : named
  const isPending = mine.claims.every(({ state }) => state === 'wished')
  const groups = [
    {
      title: t('held'),
      claims: listed.filter(({ state, offeredUntil }) => state === 'held' && !offeredUntil),
    },
    { title: t('waiting'), claims: listed.filter(({ state }) => state === 'waiting') },
    {
      title: t(isPending ? 'wanted' : mine.status === 'confirmed' ? 'unpromised' : 'wished'),
      claims: listed.filter(({ state }) => state === 'wished'),
    },
  ]
  const isWhole = ({ kind }: ClaimStanding) => kind === 'event' || mine.claims.length === 1
  const moment = (at: Date) => sayMoment(at, event.timezone, language)
  return (
    <>
      {mine.status === 'unverified' && mine.unverifiedUntil && (
        <ConfirmAddress
          action={actions.confirm}
          isOver={now >= mine.unverifiedUntil}
          registrationId={mine.id}
          standing={unconfirmedStanding(mine.claims)}
          until={moment(mine.unverifiedUntil)}
        />
      )}
      {mine.status === 'pending_approval' && <p className="text-lg">{t('pending')}</p>}
      {offers.map((claim) => (
        <MyOffer
          actions={actions}
          claim={claim}
          isOver={now >= new Date(claim.offeredUntil!)}
          isWhole={isWhole(claim)}
          key={claim.subjectId}
          label={labels[claim.subjectId]!}
          registrationId={mine.id}
          until={moment(new Date(claim.offeredUntil!))}
        />
      ))}
      {groups
        .filter(({ claims }) => claims.length > 0)
        .map(({ title, claims }) => (
          <Section key={title} level={3} title={title}>
            <ul className="divide-y divide-line rounded border border-line bg-surface">
              {claims.map((claim) => (
                <li
                  className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3"
                  key={`${claim.kind} ${claim.subjectId}`}
                >
                  <span className="min-w-0 break-words">
                    {labels[claim.subjectId]}
                    {claim.ahead !== null && (
                      <span className="block text-muted">{t('ahead', { ahead: claim.ahead })}</span>
                    )}
                  </span>
                  {mayCancel(event, mine.status, now) && !isWholePlace(claim) && (
                    <GiveBack
                      action={actions.decline}
                      claim={claim}
                      isWhole={isWhole(claim)}
                      label={labels[claim.subjectId]!}
                      registrationId={mine.id}
                    />
                  )}
                </li>
              ))}
            </ul>
          </Section>
        ))}
    </>
  )
}

const eventFirst = (a: ClaimStanding, b: ClaimStanding) =>
  Number(b.kind === 'event') - Number(a.kind === 'event')

/** The event's own place goes with the whole registration, which has a button of its own. */
const isWholePlace = ({ kind, state }: ClaimStanding) => kind === 'event' && state !== 'waiting'
