import { inert } from '../mail/rules'
import type { Composer } from '../mail/schema'
import { translator } from '../messages'
import type { SaidChange } from './describe-changes'
import { composeRegistrationMail } from './mails'
import type { MailFacts } from './schema'

type Facts = MailFacts & { changes: SaidChange[] }

/** Somebody changed their answers: old and new in words, and the badge as it stands. */
export const composeChanged: Composer = (mail) => {
  const facts = mail.facts as Facts
  const words = translator(mail.language, 'mail.own')
  const badge = composeRegistrationMail({ ...mail, kind: facts.status })
  const title = facts.event.title
  return {
    ...badge,
    subject: words('changed.subject', { title }),
    preheader: words('changed.preview'),
    paragraphs: [
      words('changed.opening', { title }),
      ...facts.changes.map(({ what, from, to }) =>
        from === null && to === null
          ? words('changed.silent', { what })
          : words('changed.fromTo', { what, from: inert(from ?? ''), to: inert(to ?? '') }),
      ),
      words('changed.notYou'),
    ],
    actions: badge.actions.slice(0, 1).map((action) => ({ ...action, label: words('changed.action') })),
  }
}
