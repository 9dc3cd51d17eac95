import { inert } from '../mail/rules'
import type { Composer, Letter, OutboxFacts } from '../mail/schema'
import { translator } from '../messages'
import type { MailFacts } from './schema'

/** To the address somebody wants from now on: one button, which acts only when it is pressed on its page. */
export const composeChangeEmail: Composer = (mail) => ({
  ...plain(mail, 'changeEmail'),
  actions: [
    {
      label: translator(mail.language, 'mail.own')('changeEmail.action'),
      link: { to: 'sealed', path: '/my/change-email/{token}' },
    },
  ],
})

/** The same, where that address has a registration of its own; it carries no link, so that nothing can be mixed up. */
export const composeAddressKnown: Composer = (mail) => plain(mail, 'addressKnown')

/** To the address that was theirs until now: what happened, and whom to tell if it was somebody else. */
export const composeEmailChanged: Composer = (mail) => plain(mail, 'emailChanged')

function plain(mail: OutboxFacts, kind: 'changeEmail' | 'addressKnown' | 'emailChanged'): Letter {
  const { event, name } = mail.facts as MailFacts
  const words = translator(mail.language, 'mail.own')
  const { title, contactEmail } = event
  const said = { title, contact: contactEmail ?? '' }
  return {
    subject: words(`${kind}.subject`, said),
    preheader: words(`${kind}.preview`, said),
    greeting: translator(mail.language, 'mail.letters')('greeting', { name: inert(name) }),
    paragraphs: [
      words(`${kind}.opening`, said),
      words(contactEmail || kind !== 'emailChanged' ? `${kind}.next` : 'emailChanged.nextAlone', said),
    ],
    actions: [{ label: words('toEvent'), link: { to: 'page', path: `/events/${event.slug}` } }],
    closing: contactEmail
      ? [translator(mail.language, 'mail.letters')('closing.contact', { title, contact: contactEmail })]
      : [],
    ...(contactEmail && { replyTo: contactEmail }),
  }
}
