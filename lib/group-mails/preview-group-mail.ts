import 'server-only'
import { now } from '../clock'
import type { EventView } from '../events/schema'
import { newId } from '../ids'
import type { OrganizerKey } from '../keys'
import type { Language } from '../languages'
import { showLetter } from '../mail/show-letter'
import { translator } from '../messages'
import { getOfferFor } from '../registrations/queries'
import { eventFacts } from '../registrations/rules'
import { composeGroupMessage, type GroupMailFacts } from './mails'
import type { GroupMail } from './schema'

const nobody = '00000000-0000-7000-8000-000000000000'

/** A message as an invented person finds it in the mailbox, its links replaced by words. */
export async function previewGroupMail(key: OrganizerKey, message: GroupMail, language: Language) {
  const { event } = await getOfferFor(key)
  const facts = {
    ...sampleFacts(message, event, language),
    manage: { registrationId: nobody, version: 1 },
  } satisfies GroupMailFacts
  const about = { registrationId: null, eventId: key.eventId, toName: facts.name, createdAt: now() }
  const mail = { id: newId(), kind: 'group_message', language, facts, ...about }
  return await showLetter(mail, { group_message: composeGroupMessage }, null)
}

/** What such a mail knows of nobody in particular. */
export const sampleFacts = (message: GroupMail, event: EventView, language: Language): GroupMailFacts => ({
  event: eventFacts(event),
  name: translator(language, 'mail.sample')('name'),
  presence: 'on_site',
  text: message.texts[language]!,
  manage: null,
  optOutId: message.isAboutEvent ? null : nobody,
})
