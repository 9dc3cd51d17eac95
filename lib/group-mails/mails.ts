import type { Language } from '../dates'
import { fillIn } from '../mail/put-own-words'
import { inert } from '../mail/rules'
import type { Composer, Letter, LetterAction, Link } from '../mail/schema'
import { translator } from '../messages'
import { fillWords } from '../registrations/fill-words'
import type { MailFacts } from '../registrations/schema'
import type { GroupText } from './schema'

export type GroupMailFacts = Pick<MailFacts, 'event' | 'name' | 'presence'> & {
  text: GroupText
  /** The person's own registration, where there is one to manage. */
  manage: { registrationId: string; version: number } | null
  /** Where a mail that is not about the event says how to get no more of the kind. */
  optOutId: string | null
  /** Only for the eyes of whoever wrote it. */
  isTest?: boolean
}

/** What organizers say to a group, in their own words; the house adds a greeting, the way back and who wrote. */
export const composeGroupMessage: Composer = (mail) => {
  const facts = mail.facts as GroupMailFacts
  const { event, text, optOutId } = facts
  const words = translator(mail.language, 'mail.group')
  const fill = fillWords(facts, mail.language)
  const subject = fillIn(text.subject, fill)
  return {
    subject: facts.isTest ? words('test', { subject }) : subject,
    greeting: words('greeting', { name: inert(facts.name) }),
    paragraphs: [],
    body: text.text,
    fill,
    actions: actionsOf(facts, mail.language),
    closing: closingOf(facts, mail.language),
    ...(event.contactEmail && { replyTo: event.contactEmail }),
    ...(optOutId && { unsubscribe: optOutLink(optOutId, '/now') }),
  } satisfies Letter
}

const optOutLink = (id: string, page = ''): Link => ({
  to: 'derived',
  purpose: 'opt-out',
  id,
  path: `/unsubscribe/{token}${page}`,
})

function actionsOf({ event, manage, optOutId }: GroupMailFacts, language: Language): LetterAction[] {
  const words = translator(language, 'mail.group')
  const see: LetterAction =
    manage && !optOutId
      ? { label: words('manage'), link: { to: 'manage', ...manage } }
      : { label: words('toEvent'), link: { to: 'page', path: `/events/${event.slug}` } }
  return [see, ...(optOutId ? [{ label: words('optOut'), link: optOutLink(optOutId) }] : [])]
}

function closingOf({ event, optOutId, manage }: GroupMailFacts, language: Language): string[] {
  const words = translator(language, 'mail.group')
  const said = { title: event.title, contact: event.contactEmail ?? '' }
  const why = optOutId ? 'whyNews' : manage ? 'whyEvent' : 'whyPast'
  return [...(event.contactEmail ? [words('contact', said)] : []), words(why, said)]
}
