import type { FieldFacts } from '../field-facts'

export const groupMailFields = {
  fields: {
    messages: {
      columns: {
        group_mail: 'filter filter_words texts written_by',
        group_mail_recipient: 'was_cancelled done_at left_out mail_id',
      },
      basis: 'contract',
      seenBy: ['organizers', 'mail_server'],
      keep: 'mails',
      download: ['mails'],
    },
    optOut: {
      columns: { mail_opt_out: 'address_hash hash opted_out_at' },
      basis: 'consent',
      seenBy: ['organizers'],
      keep: 'people',
      download: ['wantsNoNews'],
    },
  },
  nobody: {
    key: {
      group_mail: 'id event_id',
      group_mail_recipient: 'group_mail_id registration_id event_id',
      mail_opt_out: 'id event_id',
    },
    event: { group_mail: 'state version is_about_event created_at send_at finished_at' },
    count: { group_mail: 'opted_out' },
  },
} satisfies FieldFacts
