import type { APIRequestContext, APIResponse } from '@playwright/test'
import { recordScans } from '@/lib/check-in/record-scans'
import { db } from '@/lib/db/client'
import { newCode, newId } from '@/lib/ids'
import type { CheckInKey } from '@/lib/keys'
import { getMailFacts } from '@/lib/registrations/queries'
import { hashToken } from '@/lib/tokens'
import { makeDevice, makeDeviceLink } from '@/prisma/factories/devices'
import type { MadeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import { makeDoubt } from './arrival-deeds'
import { ask } from './ask'
import { makeBulkAct } from './make-bulk-act'
import { makeImport } from './make-import'
import { makeJourneyEvent } from './make-journey-event'
import { makeMessages } from './make-messages'
import { makeSleepers } from './make-sleepers'
import { readForms } from './read-forms'

/** A button of ours: who may press it, on which page it stands, words of its form, and what the button itself says. */
export type Deed = {
  by: 'themselves' | 'door' | 'searcher' | 'admitter' | 'staff' | 'desk' | 'author' | 'owner'
  page: (scene: Scene) => string
  words: string
  button?: Record<string, string>
  /** Whose page it is, when it is not the first person's. */
  who?: 'person' | 'unsure' | 'offered' | 'sleeper' | 'sharer' | 'undecided'
}

export type Scene = Awaited<ReturnType<typeof makeScene>>
type Controls = Record<string, string>

/** An event with one person who was seen at the door, was not asked about photos, and whose mail came back. */
export async function makeScene() {
  const event = await makeJourneyEvent()
  const wishes = { photo: 'not_asked', source: 'walk_in', allergies: 'Walnuts' } as const
  const person = await makeRegistration(event, { name: 'Zoë Sample', legalName: 'Zoë Sample', ...wishes })
  await makeOwnThings(event, person.id)
  const { id: userId } = await makeUser({ name: 'Robin Helper', roles: { [event.id]: 'check_in' } })
  const key = { eventId: event.id, userId, tokenId: null } as CheckInKey
  const arrival = { id: newId(), registrationId: person.id, kind: 'arrive', at: new Date() } as const
  await recordScans(key, { device: 'desk', scans: [arrival] })
  const { to, facts } = await getMailFacts(db(), person.id)
  const mail = {
    id: newId(),
    eventId: event.id,
    registrationId: person.id,
    kind: 'confirmed',
    state: 'failed',
  }
  const recipient = { toName: to.name, toAddress: to.address, language: to.language }
  await db().outboxMail.create({ data: { ...mail, ...recipient, facts, state: 'failed' } })
  const others = await makeOthers(event)
  const sleepers = await makeSleepers(event)
  await makeDoubt(event, key, others.unsure.id)
  await db().badge.create({ data: { eventId: event.id, number: 1, code: newCode() } })
  const handedOut = await makeHandout(event, person.id)
  const noted = await makeNotes(event, person.id)
  const messages = await makeMessages(event, person.id)
  const deviceLink = await makeDeviceLink(event)
  const phone = await makeDevice(event, { linkId: deviceLink.id, name: 'Phone A', queueLength: 3 })
  const team = { member: { id: userId }, asked: { id: await askIntoTeam(event) } }
  return {
    event,
    person,
    ...others,
    ...sleepers,
    ...handedOut,
    ...noted,
    ...messages,
    ...team,
    ...{ deviceLink, phone },
    many: { id: await makeBulkAct(event, person.id) },
    list: { id: await makeImport(event) },
    arrivalId: arrival.id,
    mailId: mail.id,
  }
}

/** A consent that can be taken back, and a place that is offered to somebody else. */
async function makeOwnThings({ id: eventId }: MadeEvent, registrationId: string) {
  await db().event.update({ where: { id: eventId }, data: { isTransferAllowed: true } })
  const of = { id: newId(), eventId, registrationId }
  const consent = { kind: 'listed', textVersion: 1, isGiven: true, decidedAt: new Date(), language: 'en' }
  await db().consent.create({ data: { ...of, ...consent } })
  const link = { purpose: 'transfer', hash: hashToken(of.id), email: 'friend@example.org' } as const
  const expiresAt = new Date(Date.now() + 3_600_000)
  await db().registrationToken.create({ data: { ...of, ...link, expiresAt } })
}

/** Somebody was asked into the team yesterday, so that the mail may be sent again. */
async function askIntoTeam({ id: eventId }: MadeEvent): Promise<string> {
  const id = newId()
  const day = 86_400_000
  const letter = {
    email: `asked-${id}@example.org`,
    role: 'organizer',
    language: 'en',
    mailId: newId(),
  } as const
  const times = { sentAt: new Date(Date.now() - day), expiresAt: new Date(Date.now() + 6 * day) }
  await db().teamInvitation.create({
    data: { id, eventId, hash: hashToken(joinToken(id)), ...letter, ...times },
  })
  return id
}

/** What the link of the scene's invitation into the team carries. */
export const joinToken = (id: string) => `join-${id}`

/** Somebody who has not confirmed the address, who is offered a place, who waits for a decision, and who is invited. */
async function makeOthers(event: MadeEvent) {
  const unsure = await makeRegistration(event, { status: 'unverified' })
  const pending = await makeRegistration(event, { status: 'pending_approval' })
  const offered = await makeRegistration(event, { status: 'waitlisted' })
  await db().claim.updateMany({
    where: { registrationId: offered.id },
    data: { state: 'held', offeredUntil: new Date(Date.now() + 3_600_000) },
  })
  await db().pool.update({ where: { id: event.onSite.id }, data: { taken: { increment: 1 } } })
  const invitationId = newId()
  const hash = hashToken(invitationId)
  await db().invitation.create({
    data: { id: invitationId, eventId: event.id, hash, name: 'Bo', email: 'bo@example.org' },
  })
  return { unsure, pending, offered, invitationId }
}

/** A list with the names of one person that was handed out, and a link to it that still opens. */
async function makeHandout({ id: eventId }: MadeEvent, registrationId: string) {
  const [handoutId, linkId] = [newId(), newId()]
  const soon = new Date(Date.now() + 86_400_000)
  const words = { purpose: 'Admission', recipient: 'Reception', columns: ['legal_name'], rows: 1 }
  const when = { eraseOn: soon, frozenAt: new Date(), frozenBy: newId() }
  await db().handout.create({ data: { id: handoutId, eventId, list: 'access', ...words, ...when } })
  const cells = { legal_name: 'Zoë Sample' }
  await db().handoutLine.create({ data: { handoutId, registrationId, eventId, position: 1, cells } })
  const link = { hash: hashToken(linkId), expiresAt: soon, createdAt: new Date() }
  await db().handoutLink.create({ data: { id: linkId, eventId, handoutId, ...link } })
  return { handoutId, linkId }
}

/** What another organizer noted about one person, and a view that they share. */
async function makeNotes({ id: eventId }: MadeEvent, registrationId: string) {
  const [noteId, viewId] = [newId(), newId()]
  const { id: userId } = await makeUser()
  const note = { id: noteId, eventId, registrationId, authorId: userId, createdAt: new Date() }
  await db().attendeeNote.create({ data: { ...note, text: 'Wants to speak.' } })
  const view = {
    id: viewId,
    eventId,
    userId,
    name: 'Those who speak',
    isShared: true,
    query: '',
    columns: [],
  }
  await db().attendeeView.create({ data: { ...view, createdAt: new Date() } })
  return { noteId, viewId }
}

/** The form as a browser with this cookie sees it; null where the page has none for it. */
export async function openForm(cookie: string, { page, words, button }: Deed, scene: Scene) {
  const address = page(scene)
  const { text } = await ask(address, { cookie })
  const form = readForms(text).find((one) => one.words.includes(words))
  return form ? { address, controls: { ...form.controls, ...button } } : null
}

/** The same form, filled in by somebody who found out about the person and the mail of another event. */
export const forge = (controls: Controls, own: Scene, victim: Scene): Controls =>
  Object.fromEntries(
    Object.entries(controls).map(([name, value]) => [
      name,
      idsOf(own).reduce((text, id, at) => text.replaceAll(id, idsOf(victim)[at]!), value),
    ]),
  )

const idsOf = ({ event: _, arrivalId: __, mailId, ...scene }: Scene): string[] => {
  const { invitationId, handoutId, linkId, noteId, viewId, ...people } = scene
  const things = [mailId, invitationId, handoutId, linkId, noteId, viewId]
  return [...Object.values(people).map(({ id }) => id), ...things]
}

export const press = (
  request: APIRequestContext,
  address: string,
  multipart: Record<string, string>,
): Promise<APIResponse> =>
  request.post(address, {
    multipart,
    maxRedirects: 0,
    headers: { origin: new URL(process.env.BASE_URL!).origin },
  })

/** Everything about an event's people that a button can change. */
export async function tracesOf({ event: { id: eventId } }: Scene) {
  const where = { eventId }
  return {
    people: await db().registration.findMany({ where, orderBy: { id: 'asc' } }),
    claims: await db().claim.findMany({ where, orderBy: { id: 'asc' } }),
    facts: await db().checkInFact.findMany({ where, orderBy: { id: 'asc' } }),
    history: await db().historyEntry.findMany({ where, orderBy: { id: 'asc' } }),
    invitations: await db().invitation.findMany({ where, orderBy: { id: 'asc' } }),
    devices: await db().device.findMany({ where, orderBy: { id: 'asc' } }),
    deviceLinks: await db().deviceLink.findMany({ where, orderBy: { id: 'asc' } }),
    team: await db().teamMember.findMany({ where: { ...where, user: { name: { not: null } } } }),
    asked: await db().teamInvitation.findMany({ where, orderBy: { id: 'asc' } }),
    acts: await db().bulkAct.findMany({ where, orderBy: { id: 'asc' } }),
    lists: await db().peopleImport.findMany({ where, orderBy: { id: 'asc' } }),
    handouts: await db().handout.findMany({ where, orderBy: { id: 'asc' } }),
    notes: await db().attendeeNote.findMany({ where, orderBy: { id: 'asc' } }),
    tags: await db().attendeeTag.findMany({ where }),
    views: await db().attendeeView.findMany({ where, orderBy: { id: 'asc' } }),
    columns: await db().attendeeColumns.findMany({ where }),
    messages: await db().groupMail.findMany({ where, orderBy: { id: 'asc' } }),
    links: await db().handoutLink.findMany({ where, orderBy: { id: 'asc' } }),
    mails: await db().outboxMail.findMany({ where, orderBy: { id: 'asc' } }),
  }
}
