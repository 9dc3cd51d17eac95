import 'server-only'
import type { Transaction } from '../db/client'
import type { RegistrationTokenPurpose } from '../db/generated/enums'
import { newId } from '../ids'
import { hashToken, newToken } from '../tokens'

/** A link that acts once for one registration; it takes the place of an earlier one for the same purpose. */
export async function makeLink(
  tx: Transaction,
  registration: { id: string; eventId: string },
  link: { purpose: RegistrationTokenPurpose; email: string; expiresAt: Date },
): Promise<string> {
  const token = newToken()
  const { id: registrationId, eventId } = registration
  const { purpose } = link
  await tx.registrationToken.deleteMany({ where: { registrationId, purpose, usedAt: null } })
  await tx.registrationToken.create({
    data: { id: newId(), eventId, registrationId, hash: hashToken(token), ...link },
  })
  return token
}
