import type { FieldFacts } from '../field-facts'

export const importFields = {
  fields: {
    imports: {
      columns: {
        people_import: 'headers mapping choices imported_by',
        import_row: 'cells email_normalized problems fate done_at',
      },
      basis: 'legitimate_interest',
      seenBy: ['organizers'],
      keep: 'imports',
      download: 'no',
    },
  },
  nobody: {
    key: { people_import: 'id event_id', import_row: 'import_id row event_id registration_id' },
    event: { people_import: 'state format created_at started_at finished_at' },
  },
} satisfies FieldFacts
