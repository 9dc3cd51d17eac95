import type { IncomingMessage } from 'node:http'
import { findPublicEvent } from '@/lib/events/queries'
import { isLanguage } from '@/lib/languages'
import { framedPath } from './security-headers'

/** The sites that may frame this address, as its event lists them; none for every other page, and without a database. */
export async function listFrameOrigins(path: string): Promise<string[]> {
  const slug = framedPath.exec(path)?.[1]
  const event = slug ? await findPublicEvent(slug).catch(() => null) : null
  return event?.embedOrigins ?? []
}

/**
 * Inside a frame nothing is known of the reader: no cookie is read, whichever a browser sends. The site around it
 * may name the language, as `?lang=de`.
 */
export function forgetReader({ headers, url = '' }: IncomingMessage): void {
  delete headers.cookie
  const language = new URLSearchParams(url.split('?')[1]).get('lang')
  if (isLanguage(language)) headers['accept-language'] = language
}
