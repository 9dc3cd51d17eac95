import 'server-only'
import { cache } from 'react'
import { isId } from '../ids'
import { findPublicStanding, type Standing } from './queries'
import { sessionToken } from './require-user'

/** How whoever is signed in stands to one event, read once a request; null for nobody. */
export const findStanding = cache(async (eventId: string): Promise<Standing | null> => {
  const token = await sessionToken()
  return token && isId(eventId) ? await findPublicStanding(token, eventId) : null
})
