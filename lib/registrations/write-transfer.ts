import { sayMoment, saySpan } from '../dates'
import { inert } from '../mail/rules'
import type { Composer, Letter, OutboxFacts } from '../mail/schema'
import { translator } from '../messages'
import type { MailFacts } from './schema'

/** Facts of an offer to somebody we know nothing of but an address. */
export type TransferFacts = Pick<MailFacts, 'event' | 'name'> & { until: string }

/** Somebody gives up their place for the reader, who takes it with the event's own form. */
export const composeTransferOffered: Composer = (mail) => {
  const { event } = mail.facts as TransferFacts
  const path = `/events/${event.slug}/register?transfer={token}`
  const label = translator(mail.language, 'mail.own')('transferOffered.action')
  return { ...letterOf(mail, 'transferOffered'), actions: [{ label, link: { to: 'sealed', path } }] }
}

/** The reader has a place of their own already: nothing can be taken, and nobody was told so. */
export const composeTransferKnown: Composer = (mail) => letterOf(mail, 'transferKnown')

function letterOf(mail: OutboxFacts, kind: 'transferOffered' | 'transferKnown'): Letter {
  const { event, name, until } = mail.facts as TransferFacts
  const words = translator(mail.language, 'mail.own')
  const { timezone, title, contactEmail, slug } = event
  const said = {
    title,
    name: inert(name),
    when: saySpan(new Date(event.startsAt), new Date(event.endsAt), timezone, mail.language),
    until: sayMoment(new Date(until), timezone, mail.language),
  }
  return {
    subject: words(`${kind}.subject`, said),
    preheader: words(`${kind}.preview`, said),
    greeting: words('hello'),
    paragraphs: [words(`${kind}.opening`, said), words(`${kind}.next`, said)],
    actions: [{ label: words('toEvent'), link: { to: 'page', path: `/events/${slug}` } }],
    closing: [words('unasked', said)],
    ...(contactEmail && { replyTo: contactEmail }),
  }
}
