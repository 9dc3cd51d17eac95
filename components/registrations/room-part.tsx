import { localDate, sayDate } from '@/lib/dates'
import { decideBy } from '@/lib/hotels/rules'
import type { MyRoom as Room } from '@/lib/hotels/schema'
import type { Language } from '@/lib/languages'
import { mayCancel } from '@/lib/registrations/rules'
import type { MyRegistration } from '@/lib/registrations/schema'
import { GiveBack } from './give-back'
import { MyRoom } from './my-room'
import { UndecidedRoom } from './undecided-room'

type RoomPartProps = {
  mine: MyRegistration
  room: Room | null
  language: Language
  now: Date
  sayBooked: (registrationId: string) => Promise<void>
  needNone: (registrationId: string) => Promise<void>
  decline: (data: FormData) => Promise<void>
}

/** What is to say about a bed: the room, the question that is still open, or nothing. */
export function RoomPart({ mine, room, language, now, sayBooked, needNone, decline }: RoomPartProps) {
  const claim = mine.claims.find(({ kind }) => kind === 'stay')
  const mayGiveBack = claim && !claim.offeredUntil && mayCancel(mine.offer.event, mine.status, now)
  if (room)
    return (
      <MyRoom
        giveBack={
          mayGiveBack && (
            <GiveBack
              action={decline}
              claim={claim}
              isWhole={mine.claims.length === 1}
              label={[room.hotel, room.nights.map((night) => sayDate(night, language)).join(', ')].join(
                ' · ',
              )}
              registrationId={mine.id}
              roommate={room.roommate}
            />
          )
        }
        language={language}
        room={room}
        sayBooked={sayBooked.bind(null, mine.id)}
      />
    )
  if (!mine.isStayUndecided) return null
  const until = decideBy(mine.offer.hotels, localDate(now, mine.offer.event.timezone))
  return (
    <UndecidedRoom
      needNone={needNone.bind(null, mine.id)}
      registrationId={mine.id}
      until={until && sayDate(until, language)}
    />
  )
}
