import type { FieldFacts } from '../field-facts'

export const mailFields = {
  fields: {
    mails: {
      columns: { outbox_mail: 'facts sealed last_error' },
      basis: 'contract',
      seenBy: ['organizers', 'mail_server', 'admins'],
      keep: 'mails',
      download: 'no',
    },
    mailed: {
      columns: { outbox_mail: 'to_name to_address kind language state created_at sent_at' },
      basis: 'contract',
      seenBy: ['organizers', 'mail_server', 'admins'],
      keep: 'people',
      download: ['mails'],
    },
  },
  nobody: {
    key: { outbox_mail: 'id event_id registration_id once_key' },
    house: { outbox_mail: 'attempts next_attempt_at leased_until' },
    event: {
      outbox_mail: 'own_subject own_opening',
      mail_text: 'event_id kind language subject opening',
    },
  },
} satisfies FieldFacts
