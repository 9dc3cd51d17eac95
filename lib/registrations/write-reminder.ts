import { sayDay, saySpan } from '../dates'
import type { Composer } from '../mail/schema'
import { translator } from '../messages'
import { composeRegistrationMail } from './mails'
import type { MailFacts } from './schema'

/** The badge once more, some days before. */
export const composeReminder: Composer = (mail) => {
  const { words, said, badge } = storyOf(mail)
  const [, ...practical] = badge.paragraphs
  return {
    ...badge,
    subject: words('subjects.reminder', said),
    preheader: words('previews.reminder', said),
    paragraphs: [words('opening.reminder', said), ...practical],
  }
}

/** Are you still coming? The answer is given by a button on a page, never by the link itself. */
export const composeStillComing: Composer = (mail) => {
  const { facts, words, said, badge } = storyOf(mail)
  const manage = { to: 'manage', registrationId: facts.registrationId, version: facts.manageVersion } as const
  return {
    ...badge,
    subject: words('subjects.still_coming', said),
    preheader: words('previews.still_coming', said),
    paragraphs: [words('opening.still_coming', said), words('noAnswer')],
    actions: [{ label: words('answer'), link: { ...manage, page: 'still-coming' } }],
  }
}

function storyOf(mail: Parameters<Composer>[0]) {
  const facts = mail.facts as MailFacts
  const { title, startsAt, endsAt, timezone } = facts.event
  const [from, to] = [new Date(startsAt), new Date(endsAt)]
  const said = {
    title,
    day: sayDay(from, timezone, mail.language),
    when: saySpan(from, to, timezone, mail.language),
  }
  const badge = composeRegistrationMail({ ...mail, kind: 'confirmed' })
  return { facts, words: translator(mail.language, 'mail.reminders'), said, badge }
}
