import { sessionCookie } from '@/lib/auth/session-cookie'
import { recordScans } from '@/lib/check-in/record-scans'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { CheckInKey } from '@/lib/keys'
import { makePasskey } from '@/prisma/factories/accounts'
import { makeAnswers, makeQuestions } from '@/prisma/factories/questions'
import { makeSession, makeUser } from '@/prisma/factories/team'
import { type Canary, canaryWord as word } from './canaries'
import type { Scene } from './deeds'

/**
 * Gives every field about a person a value that says which field it is; answers the few that are made by us, and what
 * the organizer's browser carries whose account is full of them, too.
 */
export async function plantCanaries(scene: Scene) {
  const { event, person } = scene
  const [eventId, registrationId] = [event.id, person.id]
  await plantInPerson(scene)
  await plantInAnswers(person)
  await plantAtTheDoor(scene)
  await plantInLists(scene)
  await plantInMails(scene)
  await db().attendeeNote.updateMany({ where: { eventId }, data: { text: word('notes') } })
  await db().attendeeTag.create({ data: { registrationId, eventId, tag: word('tags') } })
  await db().attendeeView.updateMany({ where: { eventId }, data: { name: word('views') } })
  await plantInHistory(scene)
  const invited = { email: mail('teamInvitations') }
  await db().teamInvitation.updateMany({ where: { eventId }, data: invited })
  const contacts = [{ role: 'Host', name: word('contacts'), email: mail('contacts') }]
  await db().event.update({ where: { id: eventId }, data: { contacts } })
  const numbered = { registrationId, number: Number(badge) }
  await db().badge.update({ where: { eventId_number: { eventId, number: 1 } }, data: numbered })
  const words: Partial<Record<Canary, string>> = {
    code: person.code,
    badges: badge,
    links: person.manageToken,
  }
  return { words, member: await makeMember(eventId) }
}

// What a badge says is a number: this one says which.
const badge = '90210477'
const mail = (field: Canary) => `${word(field)}@example.org`

/** The first registration tells everything; the second, of the same person, who has a room and never comes, its heart. */
async function plantInPerson({ event, person, sleeper, invitationId }: Scene) {
  const about = { name: word('name'), organization: word('organization'), legalName: word('legalName') }
  const second = `second-${mail('email')}`
  const emails = [mail('email'), second].map((email) => ({ email, emailNormalized: email }))
  const more = { accessibility: word('accessibility'), photo: 'no_camera' } as const
  await db().registration.update({ where: { id: person.id }, data: { ...about, ...emails[0]!, ...more } })
  await db().registration.update({ where: { id: sleeper.id }, data: { ...about, ...emails[1]! } })
  const of = { eventId: event.id, registrationId: person.id }
  const agreed = { kind: 'allergies', textVersion: 1, isGiven: true, decidedAt: new Date(), language: 'en' }
  await db().consent.create({ data: { id: newId(), ...of, ...agreed } })
  const { id: mealId, options } = event.meals[0]!
  await db().mealChoice.create({ data: { ...of, mealId, optionId: options[0]!.id } })
  await db().allergyNote.updateMany({ where: { eventId: event.id }, data: { text: word('allergies') } })
  await db().stay.updateMany({ where: { registrationId: sleeper.id }, data: { roommate: word('roommate') } })
  const invited = { name: word('invitation'), email: mail('invitation') }
  await db().invitation.update({ where: { id: invitationId }, data: invited })
  const asked = {
    isLegalNameRequired: true,
    allergiesHint: 'What must not be in it?',
    embedOrigins: ['https://example.org'],
  }
  await db().event.update({ where: { id: event.id }, data: asked })
}

async function plantInAnswers(person: Scene['person']) {
  const shown = { key: 'shown_at_the_door', isAtCheckIn: true }
  const questions = await makeQuestions(person.eventId, [shown, { key: 'kept_at_the_desk' }])
  const said = { shown_at_the_door: word('answers'), kept_at_the_desk: word('innerAnswers') }
  await makeAnswers(person, questions, said)
}

async function plantAtTheDoor({ event, phone, deviceLink, sharer, member }: Scene) {
  const name = word('devices')
  await db().device.update({ where: { id: phone.id }, data: { name } })
  await db().deviceLink.update({ where: { id: deviceLink.id }, data: { name } })
  const key = { eventId: event.id, userId: member.id, tokenId: null } as CheckInKey
  const scan = { id: newId(), registrationId: sharer.id, kind: 'arrive', at: new Date() } as const
  await recordScans(key, { device: word('scannedBy'), scans: [scan] })
}

async function plantInLists({ event, handoutId }: Scene) {
  const where = { eventId: event.id }
  const cells = { legal_name: word('handouts') }
  await db().handoutLine.updateMany({ where: { handoutId }, data: { cells } })
  const to = { purpose: word('recipients'), recipient: word('recipients') }
  await db().handout.updateMany({ where, data: to })
  await db().importRow.updateMany({
    where: { ...where, row: 2 },
    data: { cells: [word('imports'), 'x@y.example'] },
  })
  await db().bulkAct.updateMany({ where, data: { tags: [word('reports')] } })
}

async function plantInHistory({ event: { id: eventId }, person }: Scene) {
  const how = { eventId, actorKind: 'system' }
  const words = [
    {
      act: 'cancelled',
      subject: 'registration',
      subjectId: person.id,
      facts: { reason: word('historyValues') },
    },
    {
      act: 'exported',
      subject: 'event',
      subjectId: eventId,
      facts: { list: 'attendees', format: word('historyValues'), rows: 1 },
    },
  ]
  await db().historyEntry.createMany({ data: words.map((told) => ({ id: newId(), ...how, ...told })) })
}

async function plantInMails({ event, mailId }: Scene) {
  const to = { toName: word('mailed'), toAddress: mail('mailed') }
  const { facts } = await db().outboxMail.findUniqueOrThrow({ where: { id: mailId } })
  const said = { ...(facts as object), name: word('mails') }
  await db().outboxMail.update({
    where: { id: mailId },
    data: { ...to, facts: said, lastError: word('mails') },
  })
  const texts = { en: { subject: word('messages'), text: word('messages') } }
  await db().groupMail.updateMany({ where: { eventId: event.id }, data: { texts } })
}

/** An organizer with everything an account can have, who has proven a second factor. */
async function makeMember(eventId: string): Promise<string> {
  const named = { name: word('account'), email: mail('account').replace('@', `-${newId()}@`) }
  const user = await makeUser({ ...named, roles: { [eventId]: 'organizer' } })
  await makePasskey(user, word('secondFactor'))
  const token = await makeSession(user)
  // A visit a minute after the last one notes the browser anew; the whole walk is one visit.
  const lastSeenAt = new Date(Date.now() + 3_600_000)
  const used = { device: word('sessions'), secondFactorAt: new Date(), lastSeenAt }
  await db().session.updateMany({ where: { userId: user.id }, data: used })
  return `${sessionCookie().name}=${token}`
}
