/** What the database raised with a code of our own (`LY001` …), whichever client heard it; null for any other error. */
export function raised(error: unknown): { code: string; detail: string | null } | null {
  const { meta, code, detail } = error as Heard
  const said = meta?.driverAdapterError?.cause ?? { code, detail }
  return said.code?.startsWith('LY') ? { code: said.code, detail: said.detail ?? null } : null
}

type Said = { code?: string; detail?: string }
type Heard = Said & { meta?: { driverAdapterError?: { cause?: Said } } }
