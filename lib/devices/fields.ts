import type { FieldFacts } from '../field-facts'

export const deviceFields = {
  fields: {
    devices: {
      columns: {
        device_link:
          'name role token_hash pin_hash valid_from valid_until made_by created_at revoked_at wrong_pins paused_until',
        device: 'name role token_hash paired_at ends_at last_seen_at queue_length revoked_at',
      },
      basis: 'legitimate_interest',
      seenBy: ['organizers'],
      keep: 'people',
      of: 'team',
    },
  },
  nobody: { key: { device_link: 'id event_id', device: 'id event_id link_id' } },
} satisfies FieldFacts
