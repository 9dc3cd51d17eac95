import type { FieldFacts } from '../field-facts'

export const attendeeFields = {
  fields: {
    views: {
      columns: {
        attendee_view: 'user_id name is_shared query columns created_at',
        attendee_columns: 'user_id columns',
      },
      basis: 'legitimate_interest',
      seenBy: ['organizers'],
      keep: 'people',
      of: 'team',
    },
  },
  nobody: { key: { attendee_view: 'id event_id', attendee_columns: 'event_id' } },
} satisfies FieldFacts
