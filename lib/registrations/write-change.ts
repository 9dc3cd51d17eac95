import { type Language, saySpan } from '../dates'
import type { Composer, Letter, OutboxFacts } from '../mail/schema'
import { type Translator, translator } from '../messages'
import type { Appointment, EventChange } from './compare-plans'
import { drawCalendar } from './draw-calendar'
import { composeRegistrationMail } from './mails'
import type { MailFacts } from './schema'

export type ChangeFacts = MailFacts & { changes: EventChange[] }

/** The event is another now: what was, what is, and the badge as it stands. */
export const composeEventChanged: Composer = (mail) => {
  const facts = mail.facts as ChangeFacts
  const words = translator(mail.language, 'mail.changes')
  const said = { title: facts.event.title, when: whenOf(mail) }
  const badge = composeRegistrationMail({ ...mail, kind: facts.status })
  const isIn = facts.status === 'confirmed'
  return {
    ...badge,
    subject: words(`subjects.${topicOf(facts.changes)}`, said),
    preheader: words('preview', said),
    paragraphs: [
      words('opening', said),
      ...facts.changes.map((change) => sayChange(change, words, mail.language)),
      words(isIn ? 'yours' : 'stillInLine'),
      ...(isIn ? [words('calendar')] : []),
    ],
    actions: badge.actions.map((action) => ({ ...action, label: words(isIn ? 'action' : 'actionInLine') })),
  }
}

/** The event does not take place; nobody has to do anything. */
export const composeEventCancelled: Composer = (mail) => {
  const facts = mail.facts as ChangeFacts
  const words = translator(mail.language, 'mail.changes')
  const said = { title: facts.event.title, when: whenOf(mail) }
  const ending = composeRegistrationMail({ ...mail, kind: 'cancelled' })
  const isIn = facts.status === 'confirmed'
  return {
    ...ending,
    subject: words('subjects.cancelled', said),
    preheader: words('cancelledPreview', said),
    paragraphs: [words('cancelled', said), words('journey'), ...(isIn ? [words('cancelledCalendar')] : [])],
    ...(isIn && { calendar: cancelledCalendar(facts, mail) }),
  }
}

const cancelledCalendar = (facts: MailFacts, mail: OutboxFacts): Letter['calendar'] =>
  drawCalendar(facts, {
    stampAt: mail.createdAt,
    description: translator(mail.language, 'mail.letters')('calendarText'),
    isCancelled: true,
  })

function whenOf({ facts, language }: OutboxFacts): string {
  const { startsAt, endsAt, timezone } = (facts as MailFacts).event
  return saySpan(new Date(startsAt), new Date(endsAt), timezone, language)
}

/** What the subject is about: one thing by its name, several as news. */
function topicOf(changes: EventChange[]): string {
  const topics = new Set(changes.map(({ what }) => (what === 'arrival' ? 'where' : what)))
  if (topics.has('revived')) return 'revived'
  if (topics.has('when')) return topics.has('where') ? 'several' : 'when'
  return topics.size === 1 ? [...topics][0]! : 'several'
}

function sayChange(change: EventChange, words: Translator, language: Language): string {
  if (change.what === 'cancelled' || change.what === 'revived') return words('revived')
  const say = (text: string | null) => text || words('nothing')
  const told = (label: string, from: string | null, to: string | null) =>
    words('fromTo', { label, from: say(from), to: say(to) })
  if (change.what === 'arrival') return told(words('labels.arrival'), change.from, change.to)
  if (change.what === 'where')
    return told(words('labels.where'), onOneLine(change.from.place), onOneLine(change.to.place))
  if (change.what === 'when')
    return told(words('labels.when'), spanOf(change.from, language), spanOf(change.to, language))
  const whole = (one: Appointment) => [spanOf(one, language), onOneLine(one.place)].filter(Boolean).join(', ')
  return told(change.title, whole(change.from), whole(change.to))
}

const spanOf = ({ startsAt, endsAt, timezone }: Appointment, language: Language) =>
  saySpan(new Date(startsAt), endsAt ? new Date(endsAt) : null, timezone, language)

const onOneLine = (place: string | null) => place?.replace(/\s*\n\s*/g, ', ') ?? null
