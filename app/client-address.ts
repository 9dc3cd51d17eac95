import { headers } from 'next/headers'

/** Where a request came from, as our own server found out (lib/operations/serve.ts); limits count by it. */
export const clientAddress = async (): Promise<string> =>
  (await headers()).get('x-forwarded-for') ?? 'unknown'
