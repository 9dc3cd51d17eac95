import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { sayDate } from '@/lib/dates'
import type { MyRoom as Room } from '@/lib/hotels/schema'
import type { Language } from '@/lib/languages'
import { LinkButton } from '../ui/button'
import { SubmitButton } from '../ui/form/submit-button'
import { Section } from '../ui/section'
import { Tag, type Tone } from '../ui/tag'
import { CallOffNote } from './call-off-note'
import { roomSentence } from './room-sentences'

type MyRoomProps = {
  room: Room
  language: Language
  sayBooked: () => Promise<void>
  /** The button that gives it back, where that can still be done here. */
  giveBack: ReactNode
}

/** The room: what is kept, what that means, whom it is shared with, and what is still to do. */
export function MyRoom({ room, language, sayBooked, giveBack }: MyRoomProps) {
  const t = useTranslations('my.room')
  const { state, callOff, roommate, named } = room
  const toBook = state === 'held' && !room.isOffered ? callOff : null
  return (
    <Section
      aside={<Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>}
      level={3}
      note={[room.hotel, room.roomType, room.nights.map((night) => sayDate(night, language)).join(', ')]
        .filter(Boolean)
        .join(' · ')}
      title={t('title')}
    >
      <div className="max-w-[70ch] space-y-3" data-stay-state={state}>
        {toBook ? (
          <CallOffNote callOff={toBook} language={language} />
        ) : (
          <p>{roomSentence(t, room, language)}</p>
        )}
        {roommate && <p>{t('with', { roommate })}</p>}
        {!roommate && room.isForTwo && state !== 'released' && (
          <p>{named ? t('named', { named }) : t('nobodyNamed')}</p>
        )}
        <div className="flex flex-wrap gap-3" data-print="hide">
          {toBook && (
            <form action={sayBooked}>
              <SubmitButton>{t('booked')}</SubmitButton>
            </form>
          )}
          {room.isForTwo && room.mayChange && state !== 'released' && (
            <LinkButton href={`/my/share/${room.registrationId}`}>
              {t(roommate ? 'part' : 'share')}
            </LinkButton>
          )}
          {giveBack}
        </div>
      </div>
    </Section>
  )
}

const tones: Record<Room['state'], Tone> = {
  held: 'good',
  confirmed: 'good',
  waiting: 'wait',
  wished: 'wait',
  released: 'bad',
}
