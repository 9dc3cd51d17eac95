import 'server-only'
import { dateOf } from '../dates'
import { db } from '../db/client'
import { isId } from '../ids'
import type { OrganizerKey } from '../keys'
import { listClaims } from '../places/queries'
import { listAnswers, listQuestionsInside } from '../questions/queries'
import { answeredOf } from '../questions/rules'

/** Everything about one person of the key's event but their allergies, which are read on their own (lib/meals/read-allergies.ts). */
export async function findAttendee(key: OrganizerKey, id: string) {
  if (!isId(id)) return null
  const where = { id, eventId: key.eventId }
  const row = await db().registration.findFirst({ where, include: parts, omit: opening })
  if (!row) return null
  const { stay, mealChoices, scans, allergyNote, ...person } = row
  return {
    ...person,
    days: person.days.map(dateOf),
    claims: (await listClaims(db(), id)).toSorted(
      (one, other) => order.indexOf(one.kind) - order.indexOf(other.kind),
    ),
    meals: mealChoices.map(({ meal, option, choice }) => ({ meal: meal.title, option: option.name, choice })),
    stay: stay && {
      hotel: stay.roomType.hotel.name,
      roomType: stay.roomType.name,
      nights: stay.nights.map(dateOf),
      roommate: stay.roommate,
    },
    answers: answeredOf(await listQuestionsInside(db(), key.eventId), await listAnswers(db(), id)),
    hasAllergyNote: allergyNote !== null,
    scans: scans.map(({ point, ...scan }) => ({ ...scan, point: point?.name ?? null })),
  }
}

// What opens the person's own pages, or says which form they sent, is nobody else's.
const opening = { manageTokenHash: true, manageVersion: true, submissionId: true } as const

const order = ['event', 'activity', 'stay', 'option']

const parts = {
  mealChoices: { include: { meal: true, option: true }, orderBy: { meal: { position: 'asc' } } },
  stay: { include: { roomType: { include: { hotel: true } } } },
  consents: { orderBy: { decidedAt: 'asc' } },
  allergyNote: { select: { createdAt: true } },
  scans: { include: { point: true }, orderBy: { deviceAt: 'asc' } },
  mails: {
    select: { id: true, kind: true, state: true, createdAt: true, sentAt: true },
    orderBy: { createdAt: 'asc' },
  },
} as const
