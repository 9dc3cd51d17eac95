import { z } from 'zod'

/**
 * Everything that history knows to tell, by what it is about. A new act stands here and has its sentence in
 * `history.acts` of both languages; without either it does not compile (lib/history/rules.ts).
 */
export const actsByGroup = {
  people: [
    'registered',
    'added_by_hand',
    'confirmed_address',
    'approved',
    'changed',
    'asked_for_other_address',
    'wrote_to_other_address',
    'address_changed',
    'promoted',
    'lifted',
    'offered',
    'accepted_offer',
    'offer_expired',
    'gave_back',
    'transfer_offered',
    'transfer_withdrawn',
    'still_coming',
    'cancelled',
    'invited',
    'took_back_invitation',
    'photo_preference_set',
    'tagged',
    'noted',
    'note_dropped',
    'acted_on_many',
    'imported',
    'walked_in',
    'badge_printed',
    'badge_given',
    'imported_people',
    'looked_at_doubt',
  ],
  rooms: [
    'named_roommate',
    'unnamed_roommate',
    'shared_room',
    'parted_room',
    'stay_confirmed',
    'stay_released',
    'gave_room',
    'needs_no_room',
  ],
  mails: [
    'asked_for_mail',
    'mail_sent_again',
    'mail_words_saved',
    'reminded',
    'asked_still_coming',
    'told_changes',
    'message_drafted',
    'message_dropped',
    'message_tested',
    'message_called_off',
    'scheduled_message',
    'wrote_to_group',
    'mails_tried_again',
    'opted_out',
    'opted_in',
  ],
  lists: [
    'exported',
    'exported_event_file',
    'made_blank_badges',
    'list_handed_out',
    'handout_link_made',
    'handout_link_taken_back',
    'handout_opened',
    'handout_erased',
    'was_on_list',
    'view_saved',
    'view_dropped',
  ],
  privacy: ['allergies_read', 'withdrew_consent', 'erased', 'erased_by_date'],
  team: [
    'granted',
    'invited_to_team',
    'sent_team_invitation_again',
    'took_back_team_invitation',
    'joined_team',
    'changed_role',
    'handed_over',
    'removed_from_team',
    'left_team',
    'device_link_made',
    'device_link_taken_back',
    'device_paired',
    'device_renamed',
    'device_revoked',
    'device_unpaired',
    'said_what_they_eat',
    'signed_in',
  ],
  event: [
    'created_event',
    'created_from_file',
    'duplicated_event',
    'changed_event',
    'applied_file',
    'published_event',
    'unpublished_event',
    'cancelled_event',
    'removed',
  ],
  installation: [
    'set_event_creators',
    'set_second_factor_rule',
    'changed_operator_words',
    'made_admin',
    'unmade_admin',
    'disabled_account',
    'enabled_account',
    'restored_backup',
    'ended_session',
    'signed_out_everywhere',
    'set_up_authenticator',
    'removed_authenticator',
    'added_passkey',
    'removed_passkey',
    'refused_passkey',
    'made_recovery_codes',
    'used_recovery_code',
    'reset_second_factor',
    'asked_for_other_sign_in',
    'changed_sign_in',
    'stopped_sign_in_change',
  ],
} as const

export type ActGroup = keyof typeof actsByGroup
export type Act = (typeof actsByGroup)[ActGroup][number]
export const actGroups = Object.keys(actsByGroup) as ActGroup[]
/** What happens at an event, and what happens to the house and its people. */
export const deskGroups = actGroups.filter((group) => group !== 'installation')
export const houseGroups = ['installation', 'team'] as const satisfies ActGroup[]

export const actorKinds = ['attendee', 'user', 'token', 'device', 'system', 'command_line'] as const
export type ActorKind = (typeof actorKinds)[number]

export type FactValue = string | number | boolean | null | string[]

export type HistoryLine = {
  id: string
  at: Date
  actorKind: ActorKind
  actorId: string | null
  act: string
  subject: string
  subjectId: string | null
  facts: Record<string, FactValue>
}

// No year of PostgreSQL's is called 0000.
const day = z.iso
  .date()
  .refine((text) => text >= '0001')
  .optional()
  .catch(undefined)

/** What history is narrowed to: who is one person's id or a kind of actor, days are the event's own. */
export const historyFilter = z.object({
  group: z
    .enum(actGroups as [ActGroup, ...ActGroup[]])
    .optional()
    .catch(undefined),
  who: z
    .union([z.uuid(), z.enum(['attendee', 'token', 'device', 'system', 'command_line'])])
    .optional()
    .catch(undefined),
  from: day,
  to: day,
  before: z.uuid().optional().catch(undefined),
})
export type HistoryFilter = z.output<typeof historyFilter>

export const linesPerPage = 50
