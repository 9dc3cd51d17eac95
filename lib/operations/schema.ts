import type { SweepState } from '../jobs/schema'
import type { HouseMails } from '../mail/schema'

/** `commit` is null where the pages were built from no repository. */
export type ProgramVersion = { version: string; commit: string | null }

/** Sizes are in bytes; `rows` is what the database estimates. `disk` is null where nothing is kept beside the database. */
export type HouseState = {
  mails: HouseMails
  sweeps: SweepState[]
  storage: {
    bytes: number
    tables: { name: string; bytes: number; rows: number }[]
    disk: { free: number; size: number } | null
  }
  migrations: { applied: number; missing: string[]; last: string | null }
  versions: ProgramVersion & { node: string; postgres: string }
}
