import type { FieldFacts } from '../field-facts'

export const tombstoneFields = {
  fields: {},
  nobody: { key: { tombstone: 'subject_id' }, house: { tombstone: 'kind erased_at is_pending' } },
} satisfies FieldFacts
