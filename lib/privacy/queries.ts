import 'server-only'
import { listMyScans } from '../check-in/queries'
import { now } from '../clock'
import { db } from '../db/client'
import { listHistory } from '../history/queries'
import type { AdminKey, AttendeeKey, OrganizerKey } from '../keys'
import { listMailsAbout } from '../mail/queries'
import { listNotesAboutMe } from '../notes/queries'
import { getMyRegistrationData } from '../registrations/my-data'
import { keptAfterEvent } from '../retention'
import { eventErasures } from './erasures'
import { erasedOn, isErasureDue } from './rules'
import { eventErasureKinds, type NextErasure } from './schema'

/** Everything that is kept about one registration, of every room (GDPR, articles 15 and 20). */
export async function getMyData(key: AttendeeKey) {
  const { registrationId } = key
  const history = await listHistory(key, registrationId)
  return {
    ...(await getMyRegistrationData(key)),
    mails: await listMailsAbout(key),
    checkIn: await listMyScans(key),
    ...(await listNotesAboutMe(key)),
    history: history.map(({ at, actorKind, act, facts }) => ({ at, by: actorKind, act, facts })),
  }
}

/** What will be erased by itself, the next first: of one event, or of all for admins. */
export async function listNextErasures(key: OrganizerKey | AdminKey): Promise<NextErasure[]> {
  return await listErasures('eventId' in key ? { id: key.eventId } : {})
}

/** What should be gone by now, in the order in which it has to go. */
export async function listDueErasures(): Promise<NextErasure[]> {
  const at = now()
  const all = await listErasures({}, (event, days) => isErasureDue(event, days, at))
  const place = ({ kind }: NextErasure) => eventErasureKinds.indexOf(kind)
  return all.toSorted((one, other) => place(one) - place(other))
}

type Ending = { endsAt: Date; timezone: string }

async function listErasures(
  where: { id?: string },
  isDue?: (event: Ending, days: number) => boolean,
): Promise<NextErasure[]> {
  const events = await db().event.findMany({
    where,
    select: { id: true, slug: true, title: true, endsAt: true, timezone: true },
  })
  const lists = await Promise.all(
    eventErasureKinds.map(async (kind) => {
      const { keep, erasure } = eventErasures[kind]
      const days = keptAfterEvent[keep]
      const wanted = events.filter((event) => isDue?.(event, days) ?? true)
      const counts = wanted.length > 0 ? await erasure.count(isDue !== undefined) : new Map<string, number>()
      return wanted.flatMap(({ id, slug, title, ...ending }): NextErasure[] => {
        const count = counts.get(id)
        return count ? [{ event: { id, slug, title }, kind, on: erasedOn(ending, days), count }] : []
      })
    }),
  )
  return lists.flat().toSorted((one, other) => one.on.localeCompare(other.on))
}
