import type { FieldFacts } from '../field-facts'

export const installationFields = {
  fields: {
    operator: {
      columns: { installation_setting: 'operator_name contact_email legal_notice' },
      basis: 'legal_duty',
      seenBy: ['public'],
      keep: 'installation',
      of: 'admins',
    },
  },
  nobody: {
    key: { installation_setting: 'id' },
    house: { installation_setting: 'version event_creators is_second_factor_required changed_at' },
  },
} satisfies FieldFacts
