/** A night is a date: the night of 2024-04-15 ends on the 16th. */
export type NightView = { night: string; poolId: string }
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
