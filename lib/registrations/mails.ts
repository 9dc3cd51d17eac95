import { type Language, sayMoment, saySpan } from '../dates'
import { inert } from '../mail/rules'
import type { Composer, LetterAction, OutboxFacts } from '../mail/schema'
import { type Translator, translator } from '../messages'
import type { ClaimStanding } from '../places/schema'
import { drawCalendar } from './draw-calendar'
import { drawCard } from './draw-card'
import { unconfirmedStanding } from './rules'
import { sayRoom } from './say-room'
import type { MailFacts } from './schema'

/** The kinds of mail about one registration, as the outbox names them. */
export const registrationMailKinds = [
  'confirmed',
  'waitlisted',
  'unverified',
  'pending_approval',
  'already_registered',
  'promoted',
  'offered',
  'offer_expired',
  'expired',
  'declined',
  'cancelled',
] as const
type Kind = (typeof registrationMailKinds)[number]

type Story = {
  kind: Kind
  facts: MailFacts
  words: Translator
  language: Language
  position: number
  /** What came, is offered or is gone, as a list in one sentence. */
  things: string
  count: number
  /** When the time to answer is up. */
  until: string
}

/** One registration's letter, from what was true when it was promised. */
export const composeRegistrationMail: Composer = (mail) => {
  const facts = mail.facts as MailFacts
  const story = storyOf(mail, facts)
  const { words, kind } = story
  const { slug, contactEmail } = facts.event
  const said = saidIn(story)
  return {
    subject: words(`subjects.${kind}`, said),
    preheader: words(`previews.${kind}`, said),
    greeting: words('greeting', { name: inert(facts.name) }),
    paragraphs: paragraphsOf(story),
    ...(!isOver(story) && { card: drawCard({ ...story, isIn: isIn(kind), when: whenOf(story) }) }),
    actions: isOver(story)
      ? [{ label: words('actions.cancelled'), link: { to: 'page', path: `/events/${slug}` } }]
      : actionsOf(story),
    closing: closingOf(story),
    ...(contactEmail && { replyTo: contactEmail }),
    ...(isIn(kind) && {
      calendar: drawCalendar(facts, { stampAt: mail.createdAt, description: words('calendarText') }),
    }),
  }
}

function storyOf(mail: OutboxFacts, facts: MailFacts): Story {
  const words = translator(mail.language, 'mail.letters')
  const news = facts.news ?? []
  const isNews = ({ kind, subjectId }: ClaimStanding) =>
    news.some((one) => one.kind === kind && one.subjectId === subjectId)
  const offered = facts.claims.find((claim) => claim.offeredUntil && isNews(claim))
  const until = facts.unverifiedUntil ?? offered?.offeredUntil
  const things = news.map(({ kind, subjectId }) =>
    kind === 'event' ? words('eventPlace', { title: facts.event.title }) : facts.labels[subjectId],
  )
  const place = facts.claims.find(({ kind }) => kind === 'event')
  return {
    kind: mail.kind as Kind,
    facts,
    words,
    language: mail.language,
    position: (place?.ahead ?? 0) + 1,
    things: things.filter(Boolean).join('; ') || words('something'),
    count: Math.max(1, news.length),
    until: until ? sayMoment(new Date(until), facts.event.timezone, mail.language) : words('soon'),
  }
}

const saidIn = (story: Story) => {
  const { position, things, count, until } = story
  return { title: story.facts.event.title, position, things, count, until, when: whenOf(story) }
}

const isIn = (kind: Kind) => kind === 'confirmed' || kind === 'promoted'

const whenOf = ({ facts: { event }, language }: Story) =>
  saySpan(new Date(event.startsAt), new Date(event.endsAt), event.timezone, language)

/** With the event's place, or the only activity, the registration itself is over. */
const isOver = ({ kind, facts }: Story) =>
  kind === 'cancelled' ||
  kind === 'expired' ||
  kind === 'declined' ||
  (kind === 'offer_expired' && facts.status === 'cancelled')

function paragraphsOf(story: Story): string[] {
  const { kind, facts, words } = story
  const said = saidIn(story)
  if (isOver(story))
    return [words(endingOf(story), said), ...(mayReturn(story) ? [words('registerAgain')] : [])]
  if (kind === 'already_registered')
    return [words('opening.already_registered', said), words(`standing.${facts.status}`, said)]
  if (kind === 'waitlisted') {
    const next = facts.event.isOffering ? 'waitlistedNextOffered' : 'waitlistedNext'
    return [words('opening.waitlisted', said), words(next)]
  }
  if (kind === 'offered') return [words('opening.offered', said), words('offeredNext', said)]
  if (kind === 'unverified')
    return [words('opening.unverified', { ...said, standing: unconfirmedStanding(facts.claims) })]
  if (!isIn(kind)) return [words(`opening.${kind}`, said)]
  return [
    words(openingOf(story), said),
    ...(facts.claims.some(({ state }) => state === 'waiting') ? [words('someWaiting')] : []),
    ...(facts.missed?.length ? [words('missed', { things: facts.missed.join('; ') })] : []),
    ...sayRoom(facts, story.language),
    ...(facts.presence === 'remote' ? [] : [words('atTheDoor')]),
    ...(facts.event.bring ? [words('bring', { things: facts.event.bring })] : []),
  ]
}

function openingOf({ kind, facts }: Story): string {
  if (kind === 'promoted') return 'opening.promoted'
  const isOneThing = facts.news?.some((one) => one.kind !== 'event')
  return isOneThing ? 'opening.accepted' : `opening.confirmed.${facts.presence}`
}

function endingOf({ kind, facts, words }: Story): string {
  if (kind === 'offer_expired') return 'opening.offer_expired_all'
  if (kind !== 'cancelled') return `opening.${kind}`
  return `opening.cancelled.${words.has(`opening.cancelled.${facts.reason}`) ? facts.reason : 'other'}`
}

const mayReturn = ({ kind, facts }: Story) => kind !== 'declined' && facts.reason !== 'organizer'

function actionsOf({ kind, facts, words }: Story): LetterAction[] {
  const manage = { to: 'manage', registrationId: facts.registrationId, version: facts.manageVersion } as const
  const see = { label: words(`actions.${kind}`), link: manage }
  if (kind !== 'promoted') return [see]
  return [see, { label: words('actions.giveBack'), link: { ...manage, page: 'decline' } }]
}

function closingOf(story: Story): string[] {
  const { kind, facts, words } = story
  const { title, contactEmail } = facts.event
  const contact = contactEmail ? [words('closing.contact', { title, contact: contactEmail })] : []
  const about = [...contact, words('closing.sender', { title })]
  if (isOver(story)) return about
  if (kind === 'already_registered') return [words('closing.nothingToDo'), words('closing.keep'), ...about]
  return [
    ...(isIn(kind) ? [words('closing.plans')] : []),
    words('closing.keep'),
    words('closing.notYou'),
    ...about,
  ]
}
