import 'server-only'
import { env } from '../env'
import { tryUnder } from '../limits'
import { closedCodes, codesIn, opensWith } from './rules'
import type { EventOffer } from './schema'

const anHour = 3600

/**
 * Whether codes that somebody typed or that came with a link open anything of an event. Each one that opens nothing
 * counts for the network address it came from; when there were too many, right ones are not told from wrong ones.
 */
export async function tryCodes(
  offer: EventOffer,
  given: string | null,
  networkAddress: string,
): Promise<'none' | 'open' | 'wrong' | 'too_many_codes'> {
  const tried = codesIn(given)
  const known = [...closedCodes(offer), ...(offer.event.accessCode ? [offer.event.accessCode] : [])]
  if (tried.length === 0 || known.length === 0) return 'none'
  const limit = ['access-code', networkAddress, env().wrongCodesPerAddressPerHour, anHour] as const
  const isRight = (one: string) => known.some((code) => opensWith(one, code))
  const tryAll = async () => tried.filter((one) => !isRight(one)).length
  const wrong = await tryUnder(limit, tryAll, (count) => count)
  if (wrong === null) return 'too_many_codes'
  return wrong < tried.length ? 'open' : 'wrong'
}
