import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { newId } from '../ids'
import { putTombstones } from '../tombstones/put-tombstones'
import type { Held } from './read-held'
import { toldOf, type WithdrawableConsent } from './rules'

/**
 * Each kind of consent as it is wanted now: given anew under the text of today, or withdrawn. What does not change
 * keeps its row, so that it stays known to which text somebody once agreed. `held` is how it was before: what was told
 * and is wanted no more does not come back with a backup either.
 */
export async function saveConsents(
  tx: Transaction,
  held: Held,
  textVersion: number,
  wanted: Record<string, boolean>,
): Promise<void> {
  const { id: registrationId, eventId, language } = held
  for (const [kind, isGiven] of Object.entries(wanted)) {
    if (!isGiven && (held.consents.includes(kind) || isTold(held, kind)))
      await putTombstones(tx, `withdrawn_${kind}`, [registrationId])
    if (isGiven === held.consents.includes(kind)) continue
    if (!isGiven) {
      await tx.consent.updateMany({
        where: { registrationId, kind, isGiven: true, withdrawnAt: null },
        data: { withdrawnAt: now() },
      })
      continue
    }
    const given = { isGiven, decidedAt: now(), withdrawnAt: null, language }
    await tx.consent.upsert({
      where: { registrationId_kind_textVersion: { registrationId, kind, textVersion } },
      create: { id: newId(), registrationId, eventId, kind, textVersion, ...given },
      update: given,
    })
  }
}

const isTold = (held: Held, kind: string): boolean => toldOf(held)[kind as WithdrawableConsent] ?? false
