import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { AttendeeKey } from '@/lib/keys'
import { changeAnswers } from '@/lib/registrations/change-answers'
import { fillForm } from '@/lib/registrations/fill-form'
import { sealForm } from '@/lib/registrations/form-seal'
import { getOfferFor } from '@/lib/registrations/queries'
import { type FormValues, readForm } from '@/lib/registrations/read-form'
import { readHeld } from '@/lib/registrations/read-held'
import { register } from '@/lib/registrations/register'

/** Somebody registers with the event's own form; answers their key. */
export async function join(event: { id: string }, form: FormValues = {}): Promise<AttendeeKey> {
  const values = {
    name: ['Ada Sample'],
    email: [`${newId()}@example.org`],
    presence: ['on_site'],
    photo: ['fine'],
    ...form,
  }
  const read = readForm({ ...values, submissionId: [newId()] })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const offer = await getOfferFor({ eventId: event.id })
  const answer = await register(offer, read.input, { language: 'en', networkAddress: '192.0.2.1' })
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return { eventId: event.id, registrationId: answer.value.registrationId! } as AttendeeKey
}

/** Somebody sends their own form again, all from one network. */
export const saveForm = (key: AttendeeKey, posted: FormValues) => changeAnswers(key, posted, '192.0.2.1')

/** Their own form as it is shown to them now, filled in, with what travels along. */
export async function ownForm(key: AttendeeKey): Promise<FormValues> {
  const offer = await getOfferFor(key)
  const held = await readHeld(db(), key.registrationId)
  const values = fillForm(held, offer)
  return { ...values, version: [String(held.version)], seen: [sealForm(values)] }
}

/** What is taken of each kind of place of an event. */
export async function takenOf({ id: eventId }: { id: string }): Promise<Record<string, number>> {
  const pools = await db().pool.groupBy({ by: ['kind'], where: { eventId }, _sum: { taken: true } })
  return Object.fromEntries(pools.map(({ kind, _sum }) => [kind, _sum.taken ?? 0]))
}
