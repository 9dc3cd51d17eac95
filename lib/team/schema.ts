import { z } from 'zod'
import type { EventRole } from '../auth/schema'
import { signInInput } from '../auth/schema'
import { languages } from '../languages'

export const teamRoles = ['owner', 'organizer', 'check_in'] as const satisfies readonly EventRole[]
export type TeamRole = (typeof teamRoles)[number]

export const roleInput = z.enum(teamRoles)

/** Whom to ask into the team; the address is compared as those of accounts are. */
export const memberInvitationInput = signInInput.extend({
  role: roleInput,
  language: z.enum(languages.map(({ code }) => code)),
})
export type MemberInvitationInput = z.output<typeof memberInvitationInput>

/** What an invited person wants to be called; empty leaves it to the address. */
export const memberName = z
  .string()
  .transform((text) =>
    text
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]+/gu, ' ')
      .trim(),
  )
  .pipe(z.string().max(200))
  .catch('')

export const invitationDays = 7

/** Why a team stays as it is; `owner_no_more` is said to whoever lost the right since the page was drawn. */
export type TeamRefusal = 'owner_no_more' | 'unknown_member' | 'last_owner'
export type ChangeRoleRefusal = TeamRefusal | 'changed_meanwhile'
export type InviteMemberRefusal = 'owner_no_more' | 'already_member' | 'already_invited'
export type SendInvitationRefusal = 'owner_no_more' | 'unknown_invitation' | 'too_soon'
export type AcceptRefusal = 'invitation_over' | 'sign_in_first' | 'other_address'

export type MemberRow = {
  userId: string
  name: string | null
  email: string
  role: TeamRole
  isDisabled: boolean
  createdAt: Date
}

export type MemberInvitationRow = {
  id: string
  email: string
  role: TeamRole
  sentAt: Date
  expiresAt: Date
  isExpired: boolean
  invitedBy: string | null
  mail: 'waiting' | 'sent' | 'failed' | null
}

/** What the page of an invitation says. `needsSignIn`: the address has an account, which only its owner opens. */
export type InvitationView = {
  id: string
  slug: string
  title: string
  accent: string | null
  email: string
  role: TeamRole
  invitedBy: string | null
  expiresAt: Date
  timezone: string
  needsSignIn: boolean
}
