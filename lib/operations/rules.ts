import type { HouseState } from './schema'

const troubles = [
  'disk_full',
  'migrations_missing',
  'sweeps_late',
  'no_server',
  'mails_late',
  'mails_failed',
] as const
export type Trouble = (typeof troubles)[number]

const patience = 10 * 60_000
const leastFree = 500_000_000

/** What of the house needs somebody, most urgent first. Mails are late after ten minutes, as for the readiness check. */
export function listTroubles({ mails, sweeps, storage, migrations }: HouseState, now: Date): Trouble[] {
  const { disk } = storage
  const oldest = mails.oldestWaitingAt
  const has: Record<Trouble, boolean> = {
    disk_full: disk !== null && disk.free < Math.min(leastFree, disk.size / 20),
    migrations_missing: migrations.missing.length > 0,
    sweeps_late: sweeps.some(({ isLate }) => isLate),
    no_server: !mails.hasServer,
    mails_late: mails.hasServer && oldest !== null && now.getTime() - oldest.getTime() > patience,
    mails_failed: mails.failedLately > 0,
  }
  return troubles.filter((trouble) => has[trouble])
}
