import 'server-only'
import { now } from '../clock'
import type { Language } from '../dates'
import { newId } from '../ids'
import type { AdminKey, OrganizerKey } from '../keys'
import { findOwnWords } from '../mail/list-mail-texts'
import { findReadableMail } from '../mail/queries'
import type { MailKind, OwnWords, ReadableMail } from '../mail/schema'
import { showLetter } from '../mail/show-letter'
import { makeSample } from '../registrations/make-sample'
import { getOfferFor } from '../registrations/queries'
import { composers } from './mails'

/** One mail as its person reads it; null for mails of other events and for sign-in mails. Admins read those of all. */
export const findMailToRead = (key: OrganizerKey | AdminKey, id: string): Promise<ReadableMail | null> =>
  findReadableMail(key, id, composers)

export type MailPreview = {
  content: { subject: string; preheader: string; text: string; html: string }
  /** What the house says where the event says nothing. */
  house: { subject: string; opening: string }
  own: OwnWords | null
}

/** What one kind of mail says to an invented person, with this event's facts and words as they are now. */
export async function previewMail(
  key: OrganizerKey,
  kind: MailKind,
  language: Language,
): Promise<MailPreview> {
  const [offer, own] = await Promise.all([getOfferFor(key), findOwnWords(key, kind, language)])
  const at = now()
  const facts = makeSample(offer, kind, language, at)
  const about = { registrationId: null, eventId: key.eventId, toName: facts.name, createdAt: at }
  const mail = { id: newId(), kind, language, facts, ...about }
  const { subject, paragraphs } = composers[kind]!(mail)
  return {
    content: await showLetter(mail, composers, own),
    house: { subject, opening: paragraphs[0] ?? '' },
    own,
  }
}
