'use server'

import { notFound, redirect } from 'next/navigation'
import { textOf } from '@/lib/action'
import { requireAttendee } from '@/lib/auth/attendee-keys'
import { isId } from '@/lib/ids'
import type { AttendeeKey } from '@/lib/keys'
import { readClaim } from '@/lib/places/rules'
import type { ClaimRef } from '@/lib/places/schema'
import { acceptOffer } from '@/lib/registrations/accept-offer'
import { cancelMine } from '@/lib/registrations/cancel'
import { confirmAddress } from '@/lib/registrations/confirm-address'
import { declinePlace } from '@/lib/registrations/decline-place'
import { resendMail } from '@/lib/registrations/resend-mail'

/** Gives everything back; the page then says so. */
export async function cancelThis(data: FormData): Promise<void> {
  const key = await requireAttendee(textOf(data, 'registration'))
  const answer = await cancelMine(key)
  redirect(answer.ok ? '/my' : '/my?said=over')
}

export async function resendThis(data: FormData): Promise<void> {
  const key = await requireAttendee(textOf(data, 'registration'))
  const answer = await resendMail(key)
  if (!answer.ok) redirect(answer.refusal === 'over' ? '/my?said=over' : '/my?said=tooOften')
  redirect('/my?said=resent')
}

/** The address is theirs; the page then says how they stand. */
export async function confirmThis(data: FormData): Promise<void> {
  const key = await requireAttendee(textOf(data, 'registration'))
  const answer = await confirmAddress(key)
  redirect(answer.ok ? '/my?said=confirmed' : '/my?said=tooLate')
}

export async function acceptThis(data: FormData): Promise<void> {
  const [key, claim] = await readTheirs(data)
  const answer = await acceptOffer(key, claim)
  redirect(answer.ok ? '/my?said=accepted' : '/my?said=offerOver')
}

export async function declineThis(data: FormData): Promise<void> {
  const [key, claim] = await readTheirs(data)
  const answer = await declinePlace(key, claim)
  if (!answer.ok) redirect('/my?said=over')
  const { was, hasEnded } = answer.value
  redirect(`/my?said=${hasEnded ? 'ended' : was ? saidOf[was] : 'notYours'}`)
}

const saidOf = { held: 'gaveBack', waiting: 'leftLine', wished: 'dropped' } as const

async function readTheirs(data: FormData): Promise<[AttendeeKey, ClaimRef]> {
  const key = await requireAttendee(textOf(data, 'registration'))
  const claim = readClaim(textOf(data, 'claim'))
  return claim && isId(claim.subjectId) ? [key, claim] : notFound()
}
