import { accountDeeds } from './account-deeds'
import { adminDeeds } from './admin-deeds'
import { arrivalDeeds } from './arrival-deeds'
import { attendeeDeeds } from './attendee-deeds'
import type { Deed } from './deeds'
import { eventDeeds } from './event-deeds'
import { listDeeds } from './list-deeds'
import { mailDeeds } from './mail-deeds'
import { manyDeeds } from './many-deeds'
import { ownDeeds } from './own-deeds'
import { phoneDeeds } from './phone-deeds'
import { teamDeeds } from './team-deeds'

/**
 * Every action with who may press its button, and where it stands; a word alone where that is pressed in a journey of
 * its own. An action without a row fails.
 */
export const buttons: Record<string, Deed | string> = {
  'app/actions.ts chooseLanguage': 'anybody',
  'app/sign-in/actions.ts askForLink': 'anybody',
  'app/sign-in/actions.ts openLink': 'anybody',
  'app/sign-in/actions.ts signOut': 'anybody',
  'app/events/[slug]/embed/actions.ts registerInFrame': 'anybody',
  'app/events/[slug]/register/actions.ts registerHere': 'anybody',
  'app/events/[slug]/register/actions.ts takeOverHere': 'anybody',
  'app/join/[token]/actions.ts joinTeam': 'anybody',
  ...accountDeeds,
  ...adminDeeds,
  ...arrivalDeeds,
  ...attendeeDeeds,
  ...eventDeeds,
  ...listDeeds,
  ...mailDeeds,
  ...manyDeeds,
  ...ownDeeds,
  ...phoneDeeds,
  ...teamDeeds,
}
