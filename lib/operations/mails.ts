import { composeSignInMail } from '../auth/mails'
import { composeMadeAdmin } from '../auth/write-admin-mail'
import { signInChangeMails } from '../auth/write-sign-in-change'
import { composeGroupMessage } from '../group-mails/mails'
import { composeListToStrike } from '../handouts/mails'
import type { Composer, Composers } from '../mail/schema'
import { fillWords } from '../registrations/fill-words'
import { composeRegistrationMail, registrationMailKinds } from '../registrations/mails'
import type { MailFacts } from '../registrations/schema'
import {
  composeAddressKnown,
  composeChangeEmail,
  composeEmailChanged,
} from '../registrations/write-address-change'
import { composeEventCancelled, composeEventChanged } from '../registrations/write-change'
import { composeInvitation } from '../registrations/write-invitation'
import { composeChanged } from '../registrations/write-own-change'
import { composeReminder, composeStillComing } from '../registrations/write-reminder'
import { composeRoomMail, roomMailKinds } from '../registrations/write-room'
import { composeTransferKnown, composeTransferOffered } from '../registrations/write-transfer'
import { composeTeamInvitation } from '../team/mails'

const aboutRegistrations: Composers = {
  ...Object.fromEntries(registrationMailKinds.map((kind) => [kind, composeRegistrationMail])),
  ...Object.fromEntries(roomMailKinds.map((kind) => [kind, composeRoomMail])),
  reminder: composeReminder,
  still_coming: composeStillComing,
  event_changed: composeEventChanged,
  event_cancelled: composeEventCancelled,
  changed: composeChanged,
  change_email: composeChangeEmail,
  address_known: composeAddressKnown,
  email_changed: composeEmailChanged,
  transfer_offered: composeTransferOffered,
  transfer_known: composeTransferKnown,
  invitation: composeInvitation,
}

// Whatever is said about a registration, the event's own words may name the same things in it.
const fillable =
  (compose: Composer): Composer =>
  (mail) => ({ ...compose(mail), fill: fillWords(mail.facts as MailFacts, mail.language) })

/** Everything this house writes: which kind of mail is composed where. */
export const composers: Composers = {
  ...Object.fromEntries(Object.entries(aboutRegistrations).map(([kind, one]) => [kind, fillable(one)])),
  group_message: composeGroupMessage,
  list_to_strike: composeListToStrike,
  made_admin: composeMadeAdmin,
  sign_in: composeSignInMail,
  ...signInChangeMails,
  team_invitation: composeTeamInvitation,
}
