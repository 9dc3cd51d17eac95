import { saySpan } from '../dates'
import { inert } from '../mail/rules'
import type { Composer } from '../mail/schema'
import { translator } from '../messages'
import type { MailFacts } from './schema'

export type InvitationFacts = Pick<MailFacts, 'event' | 'name'> & { invitationId: string }

/** The organizers want somebody to come: a link that opens the form once, past every code. */
export const composeInvitation: Composer = (mail) => {
  const { event, name, invitationId } = mail.facts as InvitationFacts
  const words = translator(mail.language, 'mail.invitation')
  const { timezone, title, contactEmail, slug } = event
  const when = saySpan(new Date(event.startsAt), new Date(event.endsAt), timezone, mail.language)
  const where = [event.venueName, event.venueAddress].filter(Boolean).join(', ')
  const said = { title, when, where, name: inert(name), contact: contactEmail ?? '' }
  const path = `/events/${slug}/register?invitation={token}`
  return {
    subject: words('subject', said),
    preheader: words('preview', said),
    greeting: words('greeting', said),
    paragraphs: [words('opening', said), words(where ? 'whenAndWhere' : 'when', said), words('once', said)],
    actions: [
      { label: words('action'), link: { to: 'derived', purpose: 'invitation', id: invitationId, path } },
    ],
    closing: [words('unasked', said)],
    ...(contactEmail && { replyTo: contactEmail }),
  }
}
