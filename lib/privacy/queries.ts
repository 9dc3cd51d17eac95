import 'server-only'
import { listMyScans } from '../check-in/queries'
import { listHistory } from '../history/queries'
import type { AttendeeKey } from '../keys'
import { listMailsAbout } from '../mail/queries'
import { listNotesAboutMe } from '../notes/queries'
import { getMyRegistrationData } from '../registrations/my-data'

/** Everything that is kept about one registration, of every room (GDPR, articles 15 and 20). */
export async function getMyData(key: AttendeeKey) {
  const { registrationId } = key
  const history = await listHistory(key, registrationId)
  return {
    ...(await getMyRegistrationData(key)),
    mails: await listMailsAbout(key),
    checkIn: await listMyScans(key),
    ...(await listNotesAboutMe(key)),
    history: history.map(({ at, actorKind, act, facts }) => ({ at, by: actorKind, act, facts })),
  }
}
