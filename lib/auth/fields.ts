import type { FieldFacts } from '../field-facts'

export const accountFields = {
  fields: {
    account: {
      columns: {
        user_account: 'email email_verified name image is_admin disabled_at created_at',
        provider_account: 'type provider provider_account_id',
      },
      basis: 'contract',
      seenBy: ['admins', 'organizers', 'mail_server'],
      keep: 'accounts',
      of: 'team',
    },
    sessions: {
      columns: {
        session: 'session_token expires created_at last_seen_at device second_factor_at',
        verification_token: 'identifier token expires',
      },
      basis: 'contract',
      seenBy: ['person'],
      keep: 'sessions',
      of: 'team',
    },
    signInLinks: {
      columns: {
        access_token: 'purpose hash expires_at used_at revoked_at created_at proves_second_factor',
        email_change: 'new_email old_hash new_hash old_confirmed_at new_confirmed_at created_at expires_at',
      },
      basis: 'contract',
      seenBy: ['person'],
      keep: 'links',
      of: 'team',
    },
    secondFactor: {
      columns: {
        totp_factor: 'secret last_step started_at confirmed_at',
        passkey: 'credential_id public_key counter transports name created_at last_used_at',
        passkey_challenge: 'challenge purpose expires_at',
        recovery_code: 'hash used_at',
      },
      basis: 'contract',
      seenBy: ['person'],
      keep: 'accounts',
      of: 'team',
    },
  },
  nobody: {
    key: {
      user_account: 'id',
      provider_account: 'id user_id',
      session: 'id user_id',
      access_token: 'id user_id event_id',
      email_change: 'user_id session_id',
      totp_factor: 'user_id',
      passkey: 'id user_id',
      passkey_challenge: 'session_id',
      recovery_code: 'user_id',
    },
  },
} satisfies FieldFacts
