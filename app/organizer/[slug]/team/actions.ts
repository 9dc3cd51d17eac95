'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { keepFood } from '@/app/check-in/[slug]/meals/keep-food'
import { type TeamFormRefusal, teamRefusal } from '@/components/team/team-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues, textOf } from '@/lib/action'
import { requireOwner } from '@/lib/auth/require-owner'
import { isId } from '@/lib/ids'
import { refused } from '@/lib/result'
import { changeRole } from '@/lib/team/change-role'
import { handOver } from '@/lib/team/hand-over'
import { inviteMember } from '@/lib/team/invite-member'
import { leaveTeam, removeMember } from '@/lib/team/remove-member'
import { memberInvitationInput, roleInput } from '@/lib/team/schema'
import { sendInvitationAgain } from '@/lib/team/send-invitation-again'
import { withdrawInvitation } from '@/lib/team/withdraw-invitation'
import { openDeskToAct } from '../open-desk'

export async function askIn(slug: string, _before: FormState, data: FormData): Promise<FormState> {
  const key = requireOwner(await openDeskToAct(slug, '/team'))
  const t = await getTranslations('team')
  const values = readValues(data)
  const wish = { email: values.email?.[0] ?? '', role: values.role?.[0], language: values.language?.[0] }
  const read = memberInvitationInput.safeParse(wish)
  if (!read.success) {
    const wrong = new Set(read.error.issues.map(({ path }) => path[0]))
    const email = wrong.has('email') && { email: t('notAnAddress') }
    return { values, fieldErrors: { ...email, ...(wrong.has('role') && { role: t('notARole') }) } }
  }
  const made = await inviteMember(key, read.data)
  if (!made.ok) return { values, fieldErrors: {}, formError: teamRefusal(t, made.refusal) }
  redirect(`/organizer/${slug}/team?said=invited`)
}

export async function giveRole(slug: string, userId: string, was: string, data: FormData): Promise<void> {
  const key = requireOwner(await openDeskToAct(slug, '/team'))
  const [seen, role] = [roleInput.safeParse(was), roleInput.safeParse(textOf(data, 'role'))]
  const roles = seen.success && role.success && { seen: seen.data, role: role.data }
  say(slug, 'role', roles && isId(userId) ? await changeRole(key, userId, roles) : unknown)
}

export async function takeOut(slug: string, userId: string): Promise<void> {
  const key = requireOwner(await openDeskToAct(slug, '/team'))
  say(slug, 'removed', isId(userId) ? await removeMember(key, userId) : unknown)
}

export async function handEventOver(slug: string, userId: string): Promise<void> {
  const key = requireOwner(await openDeskToAct(slug, '/team'))
  say(slug, 'handed_over', isId(userId) ? await handOver(key, userId) : unknown)
}

export async function sendAgain(slug: string, id: string): Promise<void> {
  const key = requireOwner(await openDeskToAct(slug, '/team'))
  say(slug, 'sent_again', isId(id) ? await sendInvitationAgain(key, id) : unknown)
}

export async function takeBackFrom(slug: string, id: string): Promise<void> {
  const key = requireOwner(await openDeskToAct(slug, '/team'))
  say(slug, 'taken_back', isId(id) ? await withdrawInvitation(key, id) : unknown)
}

export async function leave(slug: string): Promise<void> {
  const left = await leaveTeam(await openDeskToAct(slug, '/team'))
  if (left.ok) redirect('/organizer')
  say(slug, 'removed', left)
}

export async function sayFood(slug: string, _before: FormState, data: FormData): Promise<FormState> {
  const key = await openDeskToAct(slug, '/team')
  const refusal = await keepFood(key, data)
  if (refusal) return refusal
  redirect(`/organizer/${slug}/team?said=food`)
}

const unknown = refused('unknown_member' as const)

function say(
  slug: string,
  done: string,
  answer: { ok: true } | { ok: false; refusal: TeamFormRefusal },
): never {
  redirect(`/organizer/${slug}/team?said=${answer.ok ? done : answer.refusal}`)
}
