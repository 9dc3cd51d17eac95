import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { AttendeeKey } from '@/lib/keys'
import { type FormValues, readForm } from '@/lib/registrations/read-form'
import type { RegistrationInput } from '@/lib/registrations/schema'
import { takeOver } from '@/lib/registrations/take-over'
import { transferPlace } from '@/lib/registrations/transfer-place'
import { unseal } from '@/lib/tokens'

/** Somebody offers their place to an address nobody knows; answers it, with the link's token from the mail. */
export async function offerPlace(key: AttendeeKey): Promise<{ email: string; token: string }> {
  const email = `${newId()}@example.org`
  const answer = await transferPlace(key, email)
  if (!answer.ok) throw new Error(answer.refusal)
  const mail = await db().outboxMail.findFirstOrThrow({
    where: { toAddress: email, kind: 'transfer_offered' },
  })
  return { email, token: unseal('mail', mail.sealed!)! }
}

/** The form of whoever holds the link; the address it names is not asked for, so it is somebody else's. */
export function successorForm(form: FormValues = {}): RegistrationInput {
  const own = { name: ['Bo'], email: ['evil@example.org'], presence: ['on_site'], photo: ['fine'] }
  const read = readForm({ ...own, submissionId: [newId()], ...form })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.input
}

export const takePlace = (
  event: { id: string },
  token: string,
  form: FormValues = {},
  networkAddress = '192.0.2.1',
) => takeOver(event.id, successorForm(form), { language: 'en', networkAddress, token })
