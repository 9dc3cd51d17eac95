import type { FieldFacts } from '../field-facts'

export const handoutFields = {
  fields: {
    handouts: {
      columns: { handout_line: 'position cells' },
      basis: 'legitimate_interest',
      seenBy: ['organizers', 'host', 'hotel'],
      keep: 'said',
      download: ['handouts'],
    },
    recipients: {
      columns: { handout: 'purpose recipient frozen_by' },
      basis: 'legal_duty',
      seenBy: ['organizers', 'person'],
      keep: 'history',
      of: 'team',
    },
  },
  nobody: {
    key: {
      handout: 'id event_id hotel_id',
      handout_line: 'handout_id registration_id event_id',
      handout_link: 'id event_id handout_id',
    },
    event: { handout: 'list erase_on columns frozen_at erased_at' },
    count: { handout: 'rows erased_rows' },
    house: { handout_link: 'hash expires_at used_at revoked_at created_at' },
  },
} satisfies FieldFacts
