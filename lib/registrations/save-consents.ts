import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { newId } from '../ids'
import type { Held } from './read-held'

/**
 * Each kind of consent as it is wanted now: given anew under the text of today, or withdrawn. What does not change
 * keeps its row, so that it stays known to which text somebody once agreed.
 */
export async function saveConsents(
  tx: Transaction,
  held: Pick<Held, 'id' | 'eventId' | 'language' | 'consents'>,
  textVersion: number,
  wanted: Record<string, boolean>,
): Promise<void> {
  const { id: registrationId, eventId, language } = held
  for (const [kind, isGiven] of Object.entries(wanted)) {
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
