import 'server-only'
import { db } from '../db/client'
import { env } from '../env'
import type { EventCreators, Settings } from './schema'

/** Public: how the house is run just now, read anew each time, so that a change counts with the next click. */
export async function getSettings(): Promise<Settings> {
  const row = await db().installationSetting.findUnique({ where: { id: 1 } })
  return {
    version: row?.version ?? 0,
    eventCreators: (row?.eventCreators as EventCreators | null | undefined) ?? env().eventCreators,
    isSecondFactorRequired: row?.isSecondFactorRequired ?? false,
    operatorName: row?.operatorName ?? null,
    contactEmail: row?.contactEmail ?? null,
    legalNotice: row?.legalNotice ?? null,
  }
}
