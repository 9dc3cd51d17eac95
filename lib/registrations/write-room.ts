import { type Language, sayDate } from '../dates'
import type { RoomFacts } from '../hotels/schema'
import { inert } from '../mail/rules'
import type { Composer } from '../mail/schema'
import { translator } from '../messages'
import { composeRegistrationMail } from './mails'
import { sayRoom } from './say-room'
import type { MailFacts } from './schema'

/** The kinds of mail about a room. */
export const roomMailKinds = [
  'room_shared',
  'room_parted',
  'room_released',
  'room_wished',
  'room_undecided',
] as const
export type RoomMailKind = (typeof roomMailKinds)[number]

/** What became of somebody's room, what it means, and where they can decide otherwise. */
export const composeRoomMail: Composer = (mail) => {
  const kind = mail.kind as RoomMailKind
  const facts = mail.facts as MailFacts
  const words = translator(mail.language, 'mail.rooms')
  // The badge as it stands now, without the calendar file that they have already.
  const { calendar: _, ...badge } = composeRegistrationMail({ ...mail, kind: 'confirmed' })
  const said = saidOf(facts, mail.language)
  return {
    ...badge,
    subject: words(`subjects.${kind}`, said),
    preheader: words(`previews.${kind}`, said),
    paragraphs: [words(openingOf(kind, facts.room), said), ...consequences(kind, facts, mail.language)],
    actions: [
      {
        label: words(`actions.${kind}`),
        link: {
          to: 'manage',
          registrationId: facts.registrationId,
          version: facts.manageVersion,
          ...(pages[kind] && { page: pages[kind] }),
        },
      },
    ],
  }
}

/** Where the button leads: a word of `/my/{token}`, else to the badge. */
const pages: Partial<Record<RoomMailKind, string>> = {
  room_shared: 'share',
  room_parted: 'share',
  room_undecided: 'edit',
}

const saidOf = ({ event, room, nights, callOff }: MailFacts, language: Language) => {
  const releaseOn = room?.releaseOn ?? callOff?.releaseOn
  return {
    title: event.title,
    hotel: room ? inert(room.hotel) : '',
    roommate: inert(room?.roommate ?? ''),
    nights: nights.map((night) => sayDate(night, language)).join(', '),
    date: releaseOn ? sayDate(releaseOn, language) : '',
  }
}

const openingOf = (kind: RoomMailKind, room: RoomFacts | null | undefined) =>
  kind === 'room_released'
    ? (`opening.room_released.${room?.reason ?? 'organizer'}` as const)
    : (`opening.${kind}` as const)

function consequences(kind: RoomMailKind, facts: MailFacts, language: Language): string[] {
  const words = translator(language, 'mail.rooms')
  const said = saidOf(facts, language)
  if (kind !== 'room_shared' && kind !== 'room_parted') return [words(`next.${kind}`, said)]
  return [
    words(`standing.${kind}.${facts.room?.state ?? 'wished'}`, said),
    ...(kind === 'room_shared' ? [words('part')] : []),
    ...(facts.room?.state === 'held' ? sayRoom(facts, language) : []),
  ]
}
