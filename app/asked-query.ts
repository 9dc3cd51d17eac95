import { headers } from 'next/headers'

/** What follows the path of the address that was asked for, with its "?": a redirect to a new name keeps it. */
export async function askedQuery(): Promise<string> {
  // Our own server notes it on every request, whatever a stranger sends: lib/operations/serve.ts.
  const asked = new URLSearchParams((await headers()).get('x-asked-query') ?? '')
  asked.delete('_rsc')
  return asked.size > 0 ? `?${asked}` : ''
}
