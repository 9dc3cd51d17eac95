import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import type { Prisma } from '../db/generated/client'
import { findDecisionReminder } from '../hotels/find-decision-reminder'
import { queueMailOnce } from '../mail/queue-mail'
import { getOfferFor } from './queries'
import type { EventOffer } from './schema'
import { roomMail } from './tell-about-room'

const atOnce = 25

/**
 * Whoever did not know yet whether they sleep there is reminded a week and two days before the hotel takes its rooms
 * back, each at most once for one release date, and only of what they were told before. Safe to repeat, in any number
 * of processes. Answers how many mails were promised.
 */
export async function remindUndecided(): Promise<number> {
  const events = await db().registration.findMany({
    where: { ...undecided, event: { status: 'published', startsAt: { gt: now() } } },
    select: { eventId: true },
    distinct: ['eventId'],
  })
  let promised = 0
  for (const { eventId } of events) promised += await remindAll(await getOfferFor({ eventId }))
  return promised
}

const undecided = {
  isStayUndecided: true,
  status: { in: ['confirmed', 'waitlisted'] },
  stay: null,
} satisfies Prisma.RegistrationWhereInput

async function remindAll(offer: EventOffer): Promise<number> {
  const due = findDecisionReminder(offer.hotels, offer.event.timezone, now())
  if (!due) return 0
  const prefix = `undecided:${due.releaseOn}:${due.daysBefore}:`
  let promised = 0
  let after = ''
  for (;;) {
    const people = await db().registration.findMany({
      where: {
        ...undecided,
        eventId: offer.event.id,
        registeredAt: { lt: due.at },
        ...(after && { id: { gt: after } }),
        mails: { none: { onceKey: { startsWith: prefix } } },
      },
      orderBy: { id: 'asc' },
      take: atOnce,
      select: { id: true },
    })
    for (const { id } of people) if (await remind(offer, id, `${prefix}${id}`)) promised++
    if (people.length < atOnce) return promised
    after = people.at(-1)!.id
  }
}

async function remind(offer: EventOffer, registrationId: string, onceKey: string): Promise<boolean> {
  return await db().$transaction(async (tx) => {
    const [waits] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM registration WHERE id = ${registrationId}::uuid AND is_stay_undecided AND status <> 'cancelled' FOR SHARE`
    if (!waits) return false
    const mail = await roomMail(tx, offer, registrationId, { kind: 'room_undecided' })
    return (await queueMailOnce(tx, onceKey, mail)) !== null
  })
}
