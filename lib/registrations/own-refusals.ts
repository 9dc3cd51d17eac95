/** Why a change is not taken; nothing is written then, and what was typed stays. */
export type ChangeRefusal = 'over' | 'frozen' | 'changed_meanwhile' | 'too_many_codes' | 'wrong_answers'

/** Why a new address is not written to, or does not become the person's; `address_taken` is told only to the team. */
export type ChangeEmailRefusal = 'address_taken' | 'over' | 'same_address' | 'not_an_address' | 'too_often'
export type ConfirmEmailRefusal = 'link_over' | 'address_taken'

/** Why a place is not passed on, or not taken over; nothing has changed then. */
export type TransferRefusal =
  | 'not_allowed'
  | 'not_confirmed'
  | 'frozen'
  | 'same_address'
  | 'not_an_address'
  | 'too_often'
export type TakeOverRefusal =
  | 'link_over'
  | 'already_registered'
  | 'no_room_now'
  | 'too_many_tries'
  | 'too_many_codes'
  | 'wrong_answers'
