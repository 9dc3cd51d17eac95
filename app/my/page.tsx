import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { MyBadge } from '@/components/registrations/my-badge'
import { MyStanding } from '@/components/registrations/my-standing'
import { QrPicture } from '@/components/registrations/qr-picture'
import { RoomPart } from '@/components/registrations/room-part'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { attendeeKeys } from '@/lib/auth/attendee-keys'
import { now } from '@/lib/clock'
import type { Language } from '@/lib/languages'
import { qrSvg } from '@/lib/qr'
import { findMyRoom } from '@/lib/registrations/my-room'
import { getMine } from '@/lib/registrations/queries'
import { PublicPage } from '../public-page'
import { acceptThis, cancelThis, confirmThis, declineThis, resendThis } from './actions'
import { needNone, sayBooked } from './share/[id]/actions'

type Props = { searchParams: Promise<{ said?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('my'))('title'), robots: { index: false }, referrer: 'same-origin' }
}

export default async function MyPage({ searchParams }: Props) {
  const [t, locale, keys] = await Promise.all([getTranslations('my'), getLocale(), attendeeKeys()])
  const registrations = await Promise.all(keys.map(getMine))
  const rooms = await Promise.all(keys.map((key, at) => findMyRoom(key, registrations[at]!.offer)))
  const { said } = await searchParams
  const saying = isSaying(said) ? said : null
  return (
    <PublicPage>
      <PageHeading title={t('title')} />
      {saying && <Notice className="mb-8" role="status" tone={sayings[saying]} title={t(`said.${saying}`)} />}
      {registrations.length === 0 && <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      <div className="space-y-16">
        {registrations.map((mine, at) => (
          <MyBadge
            cancel={cancelThis}
            key={mine.id}
            language={locale as Language}
            mine={mine}
            now={now()}
            qr={<QrPicture svg={qrSvg(mine.code)} />}
            resend={resendThis}
            standing={
              <>
                <MyStanding
                  actions={standingActions}
                  hasRoom={Boolean(rooms[at])}
                  language={locale as Language}
                  mine={mine}
                  now={now()}
                />
                <RoomPart
                  {...roomActions}
                  language={locale as Language}
                  mine={mine}
                  now={now()}
                  room={rooms[at] ?? null}
                />
              </>
            }
          />
        ))}
      </div>
    </PublicPage>
  )
}

const roomActions = { sayBooked, needNone, decline: declineThis }
const standingActions = { confirm: confirmThis, accept: acceptThis, decline: declineThis }

/** What an action says after it, as the address carries it. */
const sayings = {
  resent: 'good',
  tooOften: 'warn',
  over: 'warn',
  confirmed: 'good',
  tooLate: 'warn',
  accepted: 'good',
  offerOver: 'warn',
  gaveBack: 'good',
  leftLine: 'good',
  dropped: 'good',
  ended: 'good',
  notYours: 'warn',
  changed: 'good',
  unchanged: 'good',
  erased: 'good',
  noRoom: 'warn',
  roomCame: 'good',
} as const
const isSaying = (said: unknown): said is keyof typeof sayings =>
  typeof said === 'string' && Object.hasOwn(sayings, said)
