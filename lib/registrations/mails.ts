import { type Accent, accents, defaultAccent } from '../accents'
import { calendarFile } from '../calendar'
import { datesBetween, type Language, sayDate, saySpan } from '../dates'
import { env } from '../env'
import { inert } from '../mail/rules'
import type { Composer, Letter, LetterFact, OutboxFacts } from '../mail/schema'
import { type Translator, translator } from '../messages'
import type { MailFacts } from './schema'

/** The kinds of mail about one registration, as the outbox names them. */
export const registrationMailKinds = [
  'confirmed',
  'waitlisted',
  'unverified',
  'pending_approval',
  'already_registered',
  'promoted',
  'cancelled',
] as const
type Kind = (typeof registrationMailKinds)[number]

type Story = { kind: Kind; facts: MailFacts; words: Translator; language: Language; position: number }

/** One registration's letter, from what was true when it was promised. */
export const composeRegistrationMail: Composer = (mail) => {
  const facts = mail.facts as MailFacts
  const words = translator(mail.language, 'mail.letters')
  const place = facts.claims.find(({ kind }) => kind === 'event')
  const story = {
    kind: mail.kind as Kind,
    facts,
    words,
    language: mail.language,
    position: (place?.ahead ?? 0) + 1,
  }
  const { title, slug, contactEmail } = facts.event
  const said = { title, position: story.position, when: whenOf(story) }
  return {
    subject: words(`subjects.${story.kind}`, said),
    preheader: words(`previews.${story.kind}`, said),
    greeting: words('greeting', { name: inert(facts.name) }),
    paragraphs: paragraphsOf(story),
    ...(story.kind !== 'cancelled' && { card: cardOf(story) }),
    actions: [
      {
        label: words(`actions.${story.kind}`),
        link:
          story.kind === 'cancelled'
            ? { to: 'page', path: `/events/${slug}` }
            : { to: 'manage', registrationId: facts.registrationId, version: facts.manageVersion },
      },
    ],
    closing: closingOf(story),
    ...(contactEmail && { replyTo: contactEmail }),
    ...(isIn(story.kind) && { calendar: calendarOf(story, mail) }),
  }
}

const isIn = (kind: Kind) => kind === 'confirmed' || kind === 'promoted'

const whenOf = ({ facts: { event }, language }: Story) =>
  saySpan(new Date(event.startsAt), new Date(event.endsAt), event.timezone, language)

function paragraphsOf({ kind, facts, words, position }: Story): string[] {
  const said = { title: facts.event.title, position }
  if (kind === 'cancelled') {
    const reason = words.has(`opening.cancelled.${facts.reason}`) ? facts.reason : 'other'
    const mayReturn = facts.reason !== 'organizer'
    return [words(`opening.cancelled.${reason}`, said), ...(mayReturn ? [words('registerAgain')] : [])]
  }
  if (kind === 'already_registered')
    return [words('opening.already_registered', said), words(`standing.${facts.status}`, said)]
  if (kind === 'waitlisted') return [words('opening.waitlisted', said), words('waitlistedNext')]
  if (!isIn(kind)) return [words(`opening.${kind}`, said)]
  return [
    words(kind === 'confirmed' ? `opening.confirmed.${facts.presence}` : 'opening.promoted', said),
    ...(facts.claims.some(({ state }) => state === 'waiting') ? [words('someWaiting')] : []),
    ...(facts.presence === 'remote' ? [] : [words('atTheDoor')]),
    ...(facts.event.bring ? [words('bring', { things: facts.event.bring })] : []),
  ]
}

function cardOf(story: Story): Letter['card'] {
  const { kind, facts, words } = story
  // The one who typed a known address again is a stranger: their answers are not shown to its owner.
  const isStrangers = kind === 'already_registered'
  const { event } = facts
  return {
    eventTitle: event.title,
    accent: accents.find((accent) => accent === event.accent) ?? (defaultAccent satisfies Accent),
    name: facts.name,
    ...(facts.organization && !isStrangers && { organization: facts.organization }),
    noCamera: facts.photo === 'no_camera' && !isStrangers,
    noCameraLabel: words('card.noCamera'),
    ...(isIn(kind) && facts.presence !== 'remote' && { code: facts.code, codeLabel: words('card.code') }),
    facts: [...placeFacts(story), ...(isStrangers ? [] : choiceFacts(story))],
  }
}

function placeFacts(story: Story): LetterFact[] {
  const { facts, words } = story
  const { venueName, venueAddress, venueArrival } = facts.event
  const isThere = facts.presence !== 'remote' && story.kind !== 'already_registered'
  return listed(words, {
    when: [whenOf(story)],
    where: isThere ? [[venueName, venueAddress].filter(Boolean).join('\n')] : [],
    arrival: isThere && isIn(story.kind) ? [venueArrival] : [],
  })
}

function choiceFacts({ facts, words, language, position }: Story): LetterFact[] {
  const labels = (kind: string, state: string) =>
    facts.claims
      .filter((claim) => claim.kind === kind && claim.state === state)
      .map(({ subjectId }) => facts.labels[subjectId])
  const lines = facts.claims
    .filter(({ state }) => state === 'waiting')
    .map(({ kind, subjectId, ahead }) =>
      kind === 'event'
        ? words('eventLine', { position })
        : words('inLine', { label: facts.labels[subjectId] ?? '', position: (ahead ?? 0) + 1 }),
    )
  return listed(words, {
    presence: [words(`presences.${facts.presence}`)],
    days: hasDays(facts) ? [facts.days.map((day) => sayDate(day, language)).join(', ')] : [],
    activities: labels('activity', 'held'),
    stay: labels('stay', 'held'),
    meals: facts.meals,
    diet: [facts.diet.map((mark) => words(`diets.${mark}`)).join(', ')],
    line: lines,
    wishes: [...labels('activity', 'wished'), ...labels('stay', 'wished')],
  })
}

const hasDays = ({ event }: MailFacts) =>
  datesBetween(new Date(event.startsAt), new Date(event.endsAt), event.timezone).length > 1

function listed(words: Translator, values: Record<string, (string | null | undefined)[]>): LetterFact[] {
  return Object.entries(values).flatMap(([key, lines]): LetterFact[] => {
    const said = lines.filter(Boolean)
    const value = said.length > 1 ? said.map((line) => `• ${line}`).join('\n') : said[0]
    return value ? [[words(`card.${key}`), value]] : []
  })
}

function closingOf({ kind, facts, words }: Story): string[] {
  const { title, contactEmail } = facts.event
  const contact = contactEmail ? [words('closing.contact', { title, contact: contactEmail })] : []
  const about = [...contact, words('closing.sender', { title })]
  if (kind === 'cancelled') return about
  if (kind === 'already_registered') return [words('closing.nothingToDo'), words('closing.keep'), ...about]
  return [
    ...(isIn(kind) ? [words('closing.plans')] : []),
    words('closing.keep'),
    words('closing.notYou'),
    ...about,
  ]
}

function calendarOf({ facts: { event }, words }: Story, mail: OutboxFacts): Letter['calendar'] {
  const entry = {
    uid: `${event.id}@${new URL(env().baseUrl).hostname}`, // as in lib/events/export.ts
    sequence: event.sequence,
    startsAt: new Date(event.startsAt),
    endsAt: new Date(event.endsAt),
    stampAt: mail.createdAt,
    title: event.title,
    description: words('calendarText'),
    location: [event.venueName, event.venueAddress].filter(Boolean).join(', '),
    url: `${env().baseUrl}/events/${event.slug}`,
  }
  return { filename: `${event.slug}.ics`, text: calendarFile({ name: event.title, events: [entry] }) }
}
