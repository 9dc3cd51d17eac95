import type { FieldFacts } from '../field-facts'

export const databaseFields = {
  fields: {
    limits: {
      columns: { rate_limit: 'key points expire' },
      basis: 'legitimate_interest',
      seenBy: ['admins'],
      keep: 'hours',
      download: 'no',
    },
  },
  nobody: {
    house: {
      _prisma_migrations:
        'id checksum finished_at migration_name logs rolled_back_at started_at applied_steps_count',
    },
  },
} satisfies FieldFacts
