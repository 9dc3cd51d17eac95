import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { roomSentence } from '@/components/registrations/room-sentences'
import { ShareForm } from '@/components/registrations/share-form'
import { LinkButton } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { requireAttendee } from '@/lib/auth/attendee-keys'
import { sayDate } from '@/lib/dates'
import type { PartRefusal } from '@/lib/hotels/schema'
import type { Language } from '@/lib/languages'
import { findMyRoom } from '@/lib/registrations/my-room'
import { getOfferFor } from '@/lib/registrations/queries'
import { PublicPage } from '../../../public-page'
import { leaveThem, nameThem } from './actions'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ said?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('my.room')
  return { title: t('shareTitle'), robots: { index: false }, referrer: 'same-origin' }
}

export default async function SharePage({ params, searchParams }: Props) {
  const { id } = await params
  const key = await requireAttendee(id)
  const offer = await getOfferFor(key)
  const room = await findMyRoom(key, offer)
  const [t, language] = [await getTranslations('my.room'), (await getLocale()) as Language]
  const { said } = await searchParams
  const refusal = refusals.find((one) => one === said)
  if (!room)
    return (
      <PublicPage accent={offer.event.accent} width="measure">
        <PageHeading title={t('shareTitle')} />
        <EmptyState
          action={<LinkButton href="/my">{t('back')}</LinkButton>}
          title={t(`refusals.${refusal ?? 'no_room'}`)}
        />
      </PublicPage>
    )
  const nights = room.nights.map((night) => sayDate(night, language)).join(', ')
  const mayName = room.isForTwo && room.mayChange && room.state !== 'released'
  return (
    <PublicPage accent={offer.event.accent} width="measure">
      <PageHeading
        above={<TextLink href="/my">{t('back')}</TextLink>}
        note={`${room.hotel} · ${nights}`}
        title={t('shareTitle')}
      />
      <div className="space-y-8">
        {refusal && mayName && <Notice role="status" title={t(`refusals.${refusal}`)} tone="warn" />}
        {said === 'parted' && !room.roommate && (
          <Notice role="status" title={t('parted')} tone="good">
            <p>{roomSentence(t, room, language)}</p>
          </Notice>
        )}
        {room.roommate && (
          <Notice role="status" title={t('shared', { roommate: room.roommate })} tone="good">
            <p>{t(`sharedState.${room.state}`)}</p>
          </Notice>
        )}
        {!room.roommate && room.named && (
          <Notice role="status" title={t('waitsTitle', { named: room.named })}>
            <p>{t('waitsText')}</p>
          </Notice>
        )}
        {!mayName && (
          <Notice title={t(room.isForTwo ? 'refusals.frozen' : 'refusals.no_room_for_two')} tone="warn" />
        )}
        {!room.roommate && mayName && <ShareForm action={nameThem.bind(null, id)} named={room.named} />}
        {room.roommate && room.mayChange && (
          <form action={leaveThem.bind(null, id)}>
            <ConfirmButton
              cancelLabel={t('stayTogether')}
              confirmLabel={t('partConfirm')}
              consequence={t(room.hasLine ? 'partText' : 'partTextAlone', { roommate: room.roommate })}
              label={t('part')}
              title={t('partTitle', { roommate: room.roommate })}
            />
          </form>
        )}
        <LinkButton href="/my">{t('back')}</LinkButton>
      </div>
    </PublicPage>
  )
}

const refusals = ['over', 'frozen'] as const satisfies readonly PartRefusal[]
