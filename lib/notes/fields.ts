import type { FieldFacts } from '../field-facts'

export const noteFields = {
  fields: {
    notes: {
      columns: { attendee_note: 'text author_id created_at' },
      basis: 'legitimate_interest',
      seenBy: ['organizers'],
      keep: 'people',
      download: ['notes'],
    },
    tags: {
      columns: { attendee_tag: 'tag' },
      basis: 'legitimate_interest',
      seenBy: ['organizers'],
      keep: 'people',
      download: ['tags'],
    },
  },
  nobody: { key: { attendee_note: 'id event_id registration_id', attendee_tag: 'registration_id event_id' } },
} satisfies FieldFacts
