import 'server-only'
import { viewErasure } from '../attendees/erase'
import { accountErasure, signInErasure } from '../auth/erase'
import { reportErasure } from '../bulk-acts/erase'
import { scanErasure } from '../check-in/erase'
import { deviceErasure } from '../devices/erase'
import type { EventErasure, OwnErasure } from '../erasure'
import { messageErasure, optOutErasure } from '../group-mails/erase'
import { dueHandoutErasure, handoutErasure, recipientErasure } from '../handouts/erase'
import { historyErasure, houseHistoryErasure } from '../history/erase'
import { stayErasure } from '../hotels/erase'
import { importErasure } from '../imports/erase'
import { addressErasure, bodyErasure, houseMailErasure } from '../mail/erase'
import { allergyErasure, teamFoodErasure } from '../meals/erase'
import {
  absentErasure,
  accessibilityErasure,
  invitationErasure,
  legalNameErasure,
  linkErasure,
  peopleErasure,
  unconfirmedErasure,
} from '../registrations/erase'
import type { keptAfterEvent } from '../retention'
import { teamInvitationErasure } from '../team/erase'
import type { EventErasureKind, OwnErasureKind } from './schema'

type Kept = { keep: keyof typeof keptAfterEvent; erasure: EventErasure }

/** What an event forgets, in the order in which it has to be: what mails said before to whom they went. */
export const eventErasures: Record<EventErasureKind, Kept> = {
  allergies: { keep: 'health', erasure: allergyErasure },
  accessibility: { keep: 'health', erasure: accessibilityErasure },
  legal_names: { keep: 'access', erasure: legalNameErasure },
  stays: { keep: 'hotel', erasure: stayErasure },
  mails: { keep: 'mails', erasure: bodyErasure },
  messages: { keep: 'mails', erasure: messageErasure },
  invitations: { keep: 'absent', erasure: invitationErasure },
  absent: { keep: 'absent', erasure: absentErasure },
  people: { keep: 'people', erasure: peopleErasure },
  team_food: { keep: 'people', erasure: teamFoodErasure },
  scans: { keep: 'people', erasure: scanErasure },
  devices: { keep: 'people', erasure: deviceErasure },
  handouts: { keep: 'people', erasure: handoutErasure },
  opt_outs: { keep: 'people', erasure: optOutErasure },
  views: { keep: 'people', erasure: viewErasure },
  addresses: { keep: 'people', erasure: addressErasure },
  recipients: { keep: 'history', erasure: recipientErasure },
  history: { keep: 'history', erasure: historyErasure },
}

/** What is forgotten whatever its event is. */
export const ownErasures: Record<OwnErasureKind, OwnErasure> = {
  unconfirmed: unconfirmedErasure,
  links: linkErasure,
  due_handouts: dueHandoutErasure,
  imports: importErasure,
  reports: reportErasure,
  team_invitations: teamInvitationErasure,
  sign_ins: signInErasure,
  house_mails: houseMailErasure,
  house_history: houseHistoryErasure,
  accounts: accountErasure,
}
