import type { FieldFacts } from '../field-facts'

export const registrationFields = {
  fields: {
    name: {
      columns: { registration: 'name name_heard' },
      basis: 'contract',
      seenBy: ['organizers', 'check_in', 'hotel'],
      keep: 'people',
      download: ['registration.name'],
    },
    email: {
      columns: { registration: 'email email_normalized heard' },
      basis: 'contract',
      seenBy: ['organizers', 'mail_server'],
      keep: 'people',
      download: ['registration.email'],
    },
    organization: {
      columns: { registration: 'organization' },
      basis: 'contract',
      seenBy: ['organizers', 'check_in', 'host'],
      keep: 'people',
      download: ['registration.organization'],
    },
    legalName: {
      columns: { registration: 'legal_name' },
      basis: 'legitimate_interest',
      seenBy: ['organizers', 'check_in', 'host', 'hotel'],
      keep: 'access',
      needs: 'access_list',
      download: ['registration.legalName'],
    },
    presence: {
      columns: { registration: 'presence days still_coming_at' },
      basis: 'contract',
      seenBy: ['organizers', 'check_in'],
      keep: 'people',
      download: ['registration.presence', 'registration.days', 'registration.stillComingAt'],
    },
    diet: {
      columns: { registration: 'diet' },
      basis: 'contract',
      seenBy: ['organizers', 'caterer'],
      keep: 'people',
      needs: 'food',
      download: ['registration.diet'],
    },
    photo: {
      columns: { registration: 'photo' },
      basis: 'legitimate_interest',
      seenBy: ['organizers', 'check_in'],
      keep: 'people',
      needs: 'on_site',
      download: ['registration.photo'],
    },
    accessibility: {
      columns: { registration: 'accessibility' },
      basis: 'own_consent',
      seenBy: ['organizers'],
      keep: 'health',
      download: ['registration.accessibility'],
    },
    listed: {
      columns: { registration: 'is_listed' },
      basis: 'consent',
      seenBy: ['public'],
      keep: 'people',
      download: ['registration.isListed'],
    },
    standing: {
      columns: {
        registration:
          'status cancel_reason cancelled_at registered_at verified_at unverified_until source language is_stay_undecided',
      },
      basis: 'contract',
      seenBy: ['organizers', 'check_in'],
      keep: 'people',
      download: [
        ...['registration.status', 'registration.registeredAt', 'registration.verifiedAt'],
        ...['registration.cancelReason', 'registration.cancelledAt', 'registration.source'],
        ...['registration.language', 'registration.unverifiedUntil', 'registration.isStayUndecided'],
      ],
    },
    code: {
      columns: { registration: 'code' },
      basis: 'contract',
      seenBy: ['organizers', 'check_in'],
      keep: 'people',
      download: ['registration.code'],
    },
    links: {
      columns: {
        registration: 'manage_version manage_token_hash submission_id',
        registration_token: 'purpose hash email expires_at used_at created_at',
      },
      basis: 'contract',
      seenBy: ['person'],
      keep: 'links',
      download: ['links'],
    },
    consents: {
      columns: { consent: 'kind text_version is_given decided_at withdrawn_at language' },
      basis: 'legal_duty',
      seenBy: ['organizers'],
      keep: 'people',
      download: ['consents'],
    },
    invitation: {
      columns: { invitation: 'name email hash created_at revoked_at' },
      basis: 'legitimate_interest',
      seenBy: ['organizers', 'mail_server'],
      keep: 'absent',
      download: ['invitation'],
    },
  },
  nobody: {
    key: {
      registration: 'id event_id',
      registration_token: 'id event_id registration_id',
      consent: 'id event_id registration_id',
      invitation: 'id event_id registration_id',
    },
    house: { registration: 'version anonymized_at' },
  },
} satisfies FieldFacts
