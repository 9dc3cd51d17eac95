'use server'

import { redirect } from 'next/navigation'
import { holdSession } from '@/app/sign-in/hold-session'
import { textOf } from '@/lib/action'
import { findUser } from '@/lib/auth/require-user'
import { getEventFor } from '@/lib/events/queries'
import { acceptInvitation } from '@/lib/team/accept-invitation'
import { memberName } from '@/lib/team/schema'

/** The button of an invitation; it leads to the event, or back to the page, which says what is in the way. */
export async function joinTeam(data: FormData): Promise<void> {
  const token = textOf(data, 'token')
  const answer = await acceptInvitation(token, await findUser(), memberName.parse(textOf(data, 'name')))
  if (!answer.ok) redirect(`/join/${encodeURIComponent(token)}`)
  const { eventId, role, session } = answer.value
  if (session) await holdSession(session)
  const { slug } = await getEventFor({ eventId })
  redirect(role === 'check_in' ? `/check-in/${slug}` : `/organizer/${slug}`)
}
