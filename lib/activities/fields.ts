import type { FieldFacts } from '../field-facts'

export const activityFields = {
  fields: {},
  nobody: {
    event: {
      activity:
        'id event_id key title starts_at ends_at place text url closes_at alone presence position access_code pool_id',
    },
  },
} satisfies FieldFacts
