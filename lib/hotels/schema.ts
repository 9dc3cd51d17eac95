import { z } from 'zod'

/** A night is a date: the night of 2024-04-15 ends on the 16th. `rooms` is what the hotel keeps until its release date. */
export type NightView = { night: string; poolId: string; rooms: number }
export type RoomTypeView = { id: string; key: string; name: string; beds: number; nights: NightView[] }
export type ContingentMode = 'none' | 'call_off' | 'on_account'

/** A hotel with its contingent; mode `none` is a plain recommendation with a link. */
export type HotelView = {
  id: string
  key: string
  name: string
  url: string | null
  mode: ContingentMode
  keyword: string | null
  link: string | null
  releaseOn: string | null
  roomTypes: RoomTypeView[]
}

/** A room type that can be chosen, with its hotel; `value` is what the control `stay` sends. */
export type RoomChoice = { value: string; hotel: HotelView; roomType: RoomTypeView }

/** What becomes of a wish to sleep there: `confirmed` is booked, `wished` is promised by nobody. */
export type StayState = 'wished' | 'waiting' | 'held' | 'confirmed' | 'released'

/** Where somebody sleeps; `hostId` and `guestId` when two share the room. */
export type StayView = {
  eventId: string
  roomTypeId: string
  nights: string[]
  roommate: string | null
  confirmedAt: Date | null
  releasedAt: Date | null
  share: { hostId: string; guestId: string } | null
}

/** Somebody who has said whom they would share a room with, and shares none yet. */
export type HopefulStay = {
  registrationId: string
  eventId: string
  name: string
  emailNormalized: string
  roomTypeId: string
  nights: string[]
  roommate: string
}

/** How people book for themselves, until when. */
export type CallOff = {
  hotel: string
  keyword: string | null
  link: string | null
  releaseOn: string | null
}

/** What a mail about a room says; `reason` is why it is gone. */
export type RoomFacts = {
  hotel: string
  nights: string[]
  roommate: string | null
  /** Whose name that is, so that it can be forgotten with them. */
  roommateId?: string | null
  state: StayState
  releaseOn: string | null
  reason: 'unbooked' | 'organizer' | null
}

/** Where somebody sleeps, for their own page; `ahead` is how many wait before them, `roommate` who shares the room. */
export type MyRoom = {
  registrationId: string
  hotel: string
  roomType: string | null
  nights: string[]
  state: StayState
  ahead: number | null
  isOffered: boolean
  /** Has the event's place, without which a room is only wished for. */
  isIn: boolean
  isForTwo: boolean
  isReleased: boolean
  /** Whether who gets no room now stands in line for one. */
  hasLine: boolean
  callOff: CallOff | null
  releaseOn: string | null
  named: string | null
  roommate: string | null
  mayChange: boolean
}

/** Why nobody is named, a room is not parted, not booked, or not given. */
export type RoommateRefusal = 'over' | 'frozen' | 'no_room_for_two' | 'shares_already' | 'changed_meanwhile'
export type PartRefusal = 'over' | 'frozen'
export type BookingRefusal = 'no_room'
export type GiveRoomRefusal = 'reason_missing' | 'unknown_registration' | 'no_place' | 'no_wish'

export const reasonLimit = 500
/** Why an organizer overrules; it stays in the history. */
export const reasonInput = z
  .string()
  .transform((text) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim())
  .refine((text) => text.length <= reasonLimit && !/[\p{Cc}\p{Cs}]/u.test(text))
