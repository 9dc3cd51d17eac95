import { composeSignInMail } from '../auth/mails'
import type { Composers } from '../mail/schema'
import { composeRegistrationMail, registrationMailKinds } from '../registrations/mails'

/** Everything this house writes: which kind of mail is composed where. */
export const composers: Composers = {
  ...Object.fromEntries(registrationMailKinds.map((kind) => [kind, composeRegistrationMail])),
  sign_in: composeSignInMail,
}
