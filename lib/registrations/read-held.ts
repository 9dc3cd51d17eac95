import 'server-only'
import { dateOf, type Language } from '../dates'
import type { Transaction } from '../db/client'
import { isSharingRoom } from '../hotels/queries'
import type { Diet } from '../meals/schema'
import { listWholeClaims } from '../places/queries'
import type { WholeClaim } from '../places/schema'
import { listAnswers } from '../questions/queries'
import type { AnswerValue } from '../questions/schema'
import { lockRegistration } from './lock-registration'
import type { PhotoPreference, Presence, RegistrationStatus } from './schema'

/** What one registration says and holds at this moment, as its form would be filled in. */
export type Held = {
  id: string
  eventId: string
  status: RegistrationStatus
  version: number
  language: Language
  name: string
  email: string
  organization: string | null
  legalName: string | null
  presence: Presence
  days: string[]
  diet: Diet[]
  photo: PhotoPreference
  accessibility: string | null
  isListed: boolean
  isStayUndecided: boolean
  optionIds: string[]
  stay: { roomTypeId: string; nights: string[]; roommate: string | null } | null
  /** The room is one of two people; see `RoomShare`. */
  isSharing: boolean
  allergies: string | null
  answers: Record<string, AnswerValue>
  /** Kinds of consent that are given and not withdrawn. */
  consents: string[]
  /** Came with a personal invitation, which opens what codes close. */
  isInvited: boolean
  claims: WholeClaim[]
}

/** Locks one registration and reads it, for whoever changes it; who also trades places has locked those before. */
export async function lockHeld(tx: Transaction, registrationId: string): Promise<Held> {
  await lockRegistration(tx, registrationId)
  return await readHeld(tx, registrationId)
}

/** Reads it as it stands. */
export async function readHeld(tx: Transaction, registrationId: string): Promise<Held> {
  const where = { id: registrationId }
  // One list a query: inside a transaction Prisma would send several at once over its one connection.
  const row = await tx.registration.findUniqueOrThrow({ where, include: { mealChoices: true } })
  const { stay } = await tx.registration.findUniqueOrThrow({ where, select: { stay: true } })
  const { allergyNote } = await tx.registration.findUniqueOrThrow({ where, select: { allergyNote: true } })
  const given = await tx.consent.findMany({ where: { registrationId, isGiven: true, withdrawnAt: null } })
  return {
    id: row.id,
    eventId: row.eventId,
    status: row.status,
    version: row.version,
    language: row.language as Language,
    name: row.name,
    email: row.email,
    organization: row.organization,
    legalName: row.legalName,
    presence: row.presence,
    days: row.days.map(dateOf),
    diet: row.diet,
    photo: row.photo,
    accessibility: row.accessibility,
    isListed: row.isListed,
    isStayUndecided: row.isStayUndecided,
    optionIds: row.mealChoices.map(({ optionId }) => optionId),
    // A room that went back to the hotel is wished for again only by asking again.
    stay: stay?.releasedAt ? null : stay && { ...stay, nights: stay.nights.map(dateOf) },
    isSharing: await isSharingRoom(tx, registrationId),
    allergies: allergyNote?.text ?? null,
    answers: await listAnswers(tx, registrationId),
    consents: [...new Set(given.map(({ kind }) => kind))],
    isInvited: (await tx.invitation.count({ where: { registrationId } })) > 0,
    claims: await listWholeClaims(tx, registrationId),
  }
}
