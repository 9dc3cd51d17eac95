import type { FieldFacts } from '../field-facts'

export const bulkActFields = {
  fields: {
    reports: {
      columns: {
        bulk_act: 'tags reason filter_words started_by',
        bulk_act_person: 'position done_at refusal',
      },
      basis: 'legitimate_interest',
      seenBy: ['organizers'],
      keep: 'reports',
      download: 'no',
    },
  },
  nobody: {
    key: { bulk_act: 'id event_id', bulk_act_person: 'bulk_act_id registration_id event_id' },
    event: { bulk_act: 'kind is_told is_forced started_at finished_at' },
  },
} satisfies FieldFacts
