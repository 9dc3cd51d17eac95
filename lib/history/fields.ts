import type { FieldFacts } from '../field-facts'

export const historyFields = {
  fields: {
    history: {
      columns: { history_entry: 'at actor_kind actor_id act subject subject_id' },
      basis: 'legitimate_interest',
      seenBy: ['organizers', 'admins'],
      keep: 'history',
      download: ['history'],
    },
    historyValues: {
      columns: { history_entry: 'facts' },
      basis: 'legitimate_interest',
      seenBy: ['organizers', 'admins'],
      keep: 'people',
      download: 'no',
    },
  },
  nobody: { key: { history_entry: 'id event_id' } },
} satisfies FieldFacts
