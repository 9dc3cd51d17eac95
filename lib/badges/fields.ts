import type { FieldFacts } from '../field-facts'

export const badgeFields = {
  fields: {
    badges: {
      columns: { badge: 'number code' },
      basis: 'contract',
      seenBy: ['organizers', 'check_in'],
      keep: 'people',
      download: ['badge'],
    },
  },
  nobody: { key: { badge: 'event_id registration_id' } },
} satisfies FieldFacts
