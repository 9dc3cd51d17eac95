import 'server-only'
import { env } from '../env'
import { hasUsedUp, inTurn, mayGoOn, networkOf } from '../limits'
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
  const most = env().wrongCodesPerAddressPerHour
  // Or a thousand sent in one moment would all be looked at before the first of them counts.
  return await inTurn(networkOf(networkAddress), async () => {
    if (await hasUsedUp('access-code', networkAddress, most, anHour)) return 'too_many_codes'
    const wrong = tried.filter((one) => !known.some((code) => opensWith(one, code)))
    for (const _ of wrong) await mayGoOn('access-code', networkAddress, most, anHour)
    return wrong.length < tried.length ? 'open' : 'wrong'
  })
}
