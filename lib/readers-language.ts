import type { IncomingHttpHeaders } from 'node:http'
import { isLanguage, type Language, preferredLanguage } from './languages'
import { ownCookie } from './own-cookie'

/** Carries the language somebody chose by hand. */
export const languageCookie = () => ownCookie('lanyard_language')

/** The language chosen by hand, else the browser's, for an answer that no page gives. */
export function readersLanguage(headers: IncomingHttpHeaders): Language {
  const start = `${languageCookie().name}=`
  const pairs = (headers.cookie ?? '').split(/; */)
  const chosen = pairs.find((pair) => pair.startsWith(start))?.slice(start.length)
  return isLanguage(chosen) ? chosen : preferredLanguage(headers['accept-language'])
}
