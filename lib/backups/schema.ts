import { z } from 'zod'

/** The first file of a backup: what is in it, and which version of the program can read it. */
export const manifestInput = z.object({
  format: z.literal('lanyard-backup'),
  version: z.number().int(),
  takenAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  /** Tells whether two secrets are the same, and nothing else about them. */
  secretMark: z.string(),
})
export type Manifest = z.output<typeof manifestInput>

/** The last but one: what was counted while the tables were written. */
export const countsInput = z.object({
  rows: z.record(z.string(), z.number().int()),
  sequences: z.record(z.string(), z.object({ value: z.string(), isUsed: z.boolean() })),
})
export type Counts = z.output<typeof countsInput>

/** The one that this program writes; it reads none that is newer. */
export const formatVersion = 1

export type Backup = { manifest: Manifest; counts: Counts; secret: string | null }

export type ReadRefusal = 'no_backup' | 'damaged' | 'too_new'
export type RestoreRefusal = ReadRefusal | 'other_secret' | 'in_use' | 'not_empty'
