import 'server-only'
import { db, type Transaction } from '../db/client'
import type { WithdrawableConsent } from './rules'

/**
 * Takes back again a consent that was taken back at some time and that a backup brought back, with what was told under
 * it; answers how many of both. Who has given it anew since keeps it.
 */
export const withdrawAgain = (
  kind: WithdrawableConsent,
  registrationId: string,
  before: Date,
): Promise<number> =>
  db().$transaction(async (tx) => {
    const given = { registrationId, kind, isGiven: true, withdrawnAt: null }
    if ((await tx.consent.count({ where: { ...given, decidedAt: { gt: before } } })) > 0) return 0
    const gone = await forget(tx, kind, registrationId, before)
    const { count } = await tx.consent.updateMany({ where: given, data: { withdrawnAt: before } })
    return gone + count
  })

async function forget(
  tx: Transaction,
  kind: WithdrawableConsent,
  registrationId: string,
  before: Date,
): Promise<number> {
  if (kind === 'allergies')
    return await tx.$executeRaw`
      DELETE FROM allergy_note WHERE registration_id = ${registrationId}::uuid AND created_at <= ${before}`
  const told = kind === 'listed' ? { isListed: true } : { accessibility: { not: null } }
  const data = kind === 'listed' ? { isListed: false } : { accessibility: null }
  return (await tx.registration.updateMany({ where: { id: registrationId, ...told }, data })).count
}
