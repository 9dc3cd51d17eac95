'use server'

import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { inviteRefusal } from '@/components/organizer/invite-sentences'
import { problemSentence } from '@/components/registrations/register-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { isId } from '@/lib/ids'
import { invite } from '@/lib/registrations/invite'
import { type FieldProblem, invitationInput } from '@/lib/registrations/schema'
import { takeBackInvitation } from '@/lib/registrations/take-back-invitation'
import { openDeskToAct } from '../../open-desk'

export async function invitePerson(slug: string, _before: FormState, data: FormData): Promise<FormState> {
  const key = await openDeskToAct(slug, '/attendees/invite')
  const t = await getTranslations('organizer.invite')
  const register = await getTranslations('register')
  const values = readValues(data)
  const [name = ''] = values.name ?? []
  const [email = ''] = values.email ?? []
  const read = invitationInput.safeParse({ name, email, language: values.language?.[0] })
  if (!read.success) {
    const said = read.error.issues.map(({ path, message }) => [
      String(path[0]),
      problemSentence(register, message as FieldProblem),
    ])
    return { values, fieldErrors: Object.fromEntries(said) }
  }
  const made = await invite(key, read.data)
  if (!made.ok) return { values, fieldErrors: {}, formError: inviteRefusal(t, made.refusal) }
  redirect(`/organizer/${slug}/attendees/invite?said=invited`)
}

export async function takeBack(slug: string, id: string): Promise<void> {
  const key = await openDeskToAct(slug, '/attendees/invite')
  const answer = isId(id) ? await takeBackInvitation(key, id) : notFound()
  if (!answer.ok && answer.refusal === 'unknown_invitation') notFound()
  redirect(`/organizer/${slug}/attendees/invite?said=${answer.ok ? 'takenBack' : 'used'}`)
}
