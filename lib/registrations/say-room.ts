import { type Language, sayDate } from '../dates'
import { translator } from '../messages'
import type { MailFacts } from './schema'

/** What somebody who is in has to know about their room: how to book it, or that nobody promises it. */
export function sayRoom({ claims, callOff }: MailFacts, language: Language): string[] {
  const words = translator(language, 'mail.rooms')
  const isIn = claims.some(({ kind, state }) => kind === 'event' && state === 'held')
  const stay = claims.find(({ kind }) => kind === 'stay')
  if (!isIn || !stay || stay.offeredUntil) return []
  if (stay.state === 'wished') return [words('wish')]
  if (stay.state !== 'held' || !callOff) return []
  const { hotel, keyword, link, releaseOn } = callOff
  return [
    [
      words('callOff', { hotel, date: releaseOn ? sayDate(releaseOn, language) : 'none' }),
      keyword && words('keyword', { keyword }),
      link && words('bookAt', { link }),
    ]
      .filter(Boolean)
      .join(' '),
    words('thenSay'),
  ]
}
