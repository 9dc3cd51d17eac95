import type { TakeOverRefusal } from './own-refusals'
import type { Problems } from './read-form'

/** Undoes the transaction: what stood before stands as before, and a link can still be used. */
export class NothingHappened<Refusal extends string = TakeOverRefusal> extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly problems?: Problems,
  ) {
    super('nothing happened')
  }
}
