import 'server-only'
import { findPublicInvitation } from './find-invitation'
import { closedCodes, opensWith } from './rules'
import { type EventOffer, limits, type Opening } from './schema'
import { tryCodes } from './try-codes'

type Shown = { code: string | null; invitation: string | null; networkAddress: string }

/** What a code or a personal invitation in the address of the form opens for whoever shows it. */
export async function findPublicOpening(
  offer: EventOffer,
  { code, invitation, networkAddress }: Shown,
): Promise<Opening> {
  const nothing: Opening = { code: null, invitation: null, spent: null, tried: 'none' }
  const found = invitation ? await findPublicInvitation(offer.event.id, invitation) : null
  if (invitation && found?.state === 'open')
    return { ...nothing, invitation: { token: invitation, name: found.name, email: found.email } }
  const spent = invitation ? (found?.state === 'used' ? 'used' : 'taken_back') : null
  const given = code?.slice(0, limits.accessCode) ?? null
  const tried = await tryCodes(offer, given, networkAddress)
  return { ...nothing, spent, tried, code: tried === 'open' ? given : null }
}

/** Whether somebody with this way in holds a code. */
export const holds =
  ({ code, invitation }: Opening) =>
  (asked: string): boolean =>
    invitation !== null || opensWith(code, asked)

/** Whether something beside the event itself stays closed to them. */
export const isMoreClosed = (offer: EventOffer, opening: Opening): boolean =>
  closedCodes(offer).some((code) => !holds(opening)(code))
