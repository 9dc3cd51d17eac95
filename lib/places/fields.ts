import type { FieldFacts } from '../field-facts'

export const placeFields = {
  fields: {
    claims: {
      columns: { claim: 'kind subject_id state queued_at offered_until', claim_place: 'claim_id pool_id' },
      basis: 'contract',
      seenBy: ['organizers', 'check_in'],
      keep: 'people',
      download: ['claims'],
    },
  },
  nobody: {
    key: { claim: 'id event_id registration_id', claim_place: 'event_id' },
    count: { pool: 'id event_id kind day size ceiling taken waiting' },
  },
} satisfies FieldFacts
