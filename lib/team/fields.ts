import type { FieldFacts } from '../field-facts'

export const teamFields = {
  fields: {
    team: {
      columns: { team_member: 'user_id role created_at' },
      basis: 'contract',
      seenBy: ['organizers', 'admins'],
      keep: 'accounts',
      of: 'team',
    },
    teamInvitations: {
      columns: {
        team_invitation: 'email role language hash invited_by sent_at expires_at accepted_at revoked_at',
      },
      basis: 'legitimate_interest',
      seenBy: ['organizers', 'mail_server'],
      keep: 'invitations',
      of: 'team',
    },
  },
  nobody: { key: { team_member: 'event_id', team_invitation: 'id event_id mail_id' } },
} satisfies FieldFacts
