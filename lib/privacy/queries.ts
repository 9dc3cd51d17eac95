import 'server-only'
import { findMyBadge } from '../badges/queries'
import { listMyScans } from '../check-in/queries'
import { now } from '../clock'
import { db } from '../db/client'
import type { EventView } from '../events/schema'
import { wantsNoNews } from '../group-mails/queries'
import { listMyHandouts } from '../handouts/queries'
import { listHistory } from '../history/queries'
import type { AdminKey, AttendeeKey, OrganizerKey } from '../keys'
import type { Language } from '../languages'
import { listMailsAbout } from '../mail/queries'
import { listNotesAboutMe } from '../notes/queries'
import { getMyRegistrationData } from '../registrations/my-data'
import { getPublicOffer } from '../registrations/queries'
import { keptAfterEvent } from '../retention'
import { eventErasures } from './erasures'
import { composeNotice, erasedOn, isErasureDue } from './rules'
import {
  eventErasureKinds,
  type NextErasure,
  type Notice,
  type NoticeText,
  type NoticeVersion,
} from './schema'

/**
 * Everything that is kept about one registration, of every room (GDPR, articles 15 and 20); the register says under which
 * keys, and a field of it that is missing here fails a test.
 */
export async function getMyData(key: AttendeeKey) {
  const { registrationId } = key
  const history = await listHistory(key, registrationId)
  const own = await getMyRegistrationData(key)
  return {
    ...own,
    mails: await listMailsAbout(key),
    wantsNoNews: await wantsNoNews(key, own.registration.email),
    checkIn: await listMyScans(key),
    badge: await findMyBadge(key),
    handouts: await listMyHandouts(key),
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
  const found: NextErasure[] = []
  // One after the other: a page or a sweep that asked all at once would take every connection there is.
  for (const kind of eventErasureKinds) {
    const { keep, erasure } = eventErasures[kind]
    const days = keptAfterEvent[keep]
    const wanted = events.filter((event) => isDue?.(event, days) ?? true)
    if (wanted.length === 0) continue
    const counts = await erasure.count(isDue !== undefined)
    for (const { id, slug, title, ...ending } of wanted) {
      const count = counts.get(id)
      if (count) found.push({ event: { id, slug, title }, kind, on: erasedOn(ending, days), count })
    }
  }
  return found.toSorted((one, other) => one.on.localeCompare(other.on))
}

/**
 * Public: what an event tells people about their data, of today or of an older version as it was; null where there is
 * no such version. A draft, and an event of this very moment, have none yet and say what it would be.
 */
export async function findPublicNotice(
  event: EventView,
  language: Language,
  version = event.privacyVersion,
): Promise<Notice | null> {
  const kept = await db().privacyNotice.findMany({
    where: { eventId: event.id, version: { gte: version } },
    orderBy: { version: 'asc' },
    take: 2,
  })
  const [found, next] = kept
  if (found?.version === version) {
    const texts = found.texts as Record<Language, NoticeText>
    return { version, madeAt: found.madeAt, until: next?.madeAt ?? null, text: texts[language] }
  }
  if (version !== event.privacyVersion) return null
  const text = composeNotice(await getPublicOffer(event), language)
  return { version, madeAt: null, until: null, text }
}

/** Public: every version of an event's notice, the latest first. */
export const listPublicNoticeVersions = (event: { id: string }): Promise<NoticeVersion[]> =>
  db().privacyNotice.findMany({
    where: { eventId: event.id },
    orderBy: { version: 'desc' },
    select: { version: true, madeAt: true },
  })
