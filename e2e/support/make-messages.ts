import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { hashToken } from '@/lib/tokens'
import type { MadeEvent } from '@/prisma/factories/events'

const texts = {
  en: { subject: 'Doors', text: 'Dear {name}, the **doors** of {event} open at nine.' },
  de: { subject: 'Einlass', text: 'Um neun öffnen die Türen.' },
}

/** Messages to a group: a draft, one that waits for its time, one that is out; and an address that wants no news. */
export async function makeMessages({ id: eventId }: MadeEvent, registrationId: string) {
  const of = { eventId, writtenBy: newId(), texts }
  const filterWords = { en: 'everybody', de: 'alle' }
  const draft = { id: newId() }
  // Whoever else comes meanwhile is confirmed: the group stays as it was seen.
  await db().groupMail.create({ data: { ...draft, ...of, filter: 'status=waitlisted' } })
  const scheduled = { id: newId() }
  const soon = new Date(Date.now() + 86_400_000)
  await db().groupMail.create({
    data: { ...scheduled, ...of, state: 'scheduled', filterWords, sendAt: soon },
  })
  const sent = { id: newId() }
  const at = new Date()
  await db().groupMail.create({
    data: { ...sent, ...of, state: 'sent', filterWords, sendAt: at, finishedAt: at },
  })
  const to = { eventId, registrationId, wasCancelled: false }
  await db().groupMailRecipient.createMany({
    data: [
      { groupMailId: scheduled.id, ...to },
      { groupMailId: sent.id, ...to, doneAt: at, leftOut: 'cancelled' },
    ],
  })
  const optOut = { id: newId() }
  const hashes = { addressHash: hashToken(`address ${optOut.id}`), hash: hashToken(optOutToken(optOut.id)) }
  await db().mailOptOut.create({ data: { ...optOut, eventId, ...hashes } })
  return { draft, scheduled, sent, optOut }
}

/** What the link of the scene's address carries. */
export const optOutToken = (id: string) => `opt-out-${id}`
