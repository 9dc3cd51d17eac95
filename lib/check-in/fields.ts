import type { FieldFacts } from '../field-facts'

export const checkInFields = {
  fields: {
    arrivals: {
      columns: {
        check_in_fact:
          'kind undoes outcome reason first_at device_at server_at is_id_seen is_sticker_given is_forced hand_out told',
      },
      basis: 'contract',
      seenBy: ['organizers', 'check_in'],
      keep: 'people',
      download: ['checkIn'],
    },
    scannedBy: {
      columns: { check_in_fact: 'device user_id token_id device_id', doubt_look: 'user_id at' },
      basis: 'legitimate_interest',
      seenBy: ['organizers', 'check_in'],
      keep: 'people',
      of: 'team',
    },
  },
  nobody: {
    key: { check_in_fact: 'id event_id registration_id point_id', doubt_look: 'event_id fact_id' },
  },
} satisfies FieldFacts
