import type { FieldFacts } from '../field-facts'

export const eventFields = {
  fields: {
    contacts: {
      columns: { event: 'contacts hosts extras' },
      basis: 'consent',
      seenBy: ['public'],
      keep: 'page',
      of: 'team',
    },
  },
  nobody: {
    key: { event: 'id', event_slug: 'event_id' },
    event: {
      event: `slug status revision title series edition summary description description_html format programme timezone
        starts_at ends_at languages accent image_path venue_name venue_address venue_arrival latitude longitude links
        opens_at closes_at freezes_at is_remote_offered remote_opens_at remote_closes_at is_approval_required
        is_email_confirmed access_code waiting is_transfer_allowed offer_hours confirm_hours reminders
        is_legal_name_required access_list_reason access_list_bring access_list_organization allergies_hint
        are_photos_taken photos_opt_out photos_review code_of_conduct_url privacy_notice privacy_notice_html
        privacy_version embed_origins published_at cancelled_at created_at updated_at`,
      event_slug: 'slug',
      check_in_point: 'id event_id key name is_arrival has_exits position',
    },
  },
} satisfies FieldFacts
