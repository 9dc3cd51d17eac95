import type { TakeOverRefusal } from './own-refusals'
import type { Problems } from './read-form'

/** Undoes the transaction: the old registration stands as before, and the link can still be used. */
export class NothingHappened extends Error {
  constructor(
    readonly refusal: TakeOverRefusal,
    readonly problems?: Problems,
  ) {
    super('nothing happened')
  }
}
