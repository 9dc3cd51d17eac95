import { type Accent, accents, defaultAccent } from '../accents'
import { datesBetween, type Language, sayDate, sayMoment } from '../dates'
import type { LetterCard, LetterFact } from '../mail/schema'
import type { Translator } from '../messages'
import type { MailFacts } from './schema'

type CardStory = {
  kind: string
  facts: MailFacts
  words: Translator
  language: Language
  position: number
  /** Whether it is a ticket: only then it carries the code. */
  isIn: boolean
  when: string
}

/** The badge in a mail: what somebody holds, is offered and waits for. */
export function drawCard(story: CardStory): LetterCard {
  const { kind, facts, words, isIn } = story
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
    ...(isIn && facts.presence !== 'remote' && { code: facts.code, codeLabel: words('card.code') }),
    facts: [...placeFacts(story), ...(isStrangers ? [] : choiceFacts(story))],
  }
}

function placeFacts(story: CardStory): LetterFact[] {
  const { facts, words } = story
  const { venueName, venueAddress, venueArrival } = facts.event
  const isThere = facts.presence !== 'remote' && story.kind !== 'already_registered'
  return listed(words, {
    when: [story.when],
    where: isThere ? [[venueName, venueAddress].filter(Boolean).join('\n')] : [],
    arrival: isThere && story.isIn ? [venueArrival] : [],
  })
}

function choiceFacts({ facts, words, language, position }: CardStory): LetterFact[] {
  const labels = (kind: string, state: string) =>
    facts.claims
      .filter((claim) => claim.kind === kind && claim.state === state && !claim.offeredUntil)
      .map(({ subjectId }) => facts.labels[subjectId])
  const moment = (at: string) => sayMoment(new Date(at), facts.event.timezone, language)
  const offers = facts.claims.flatMap(({ kind, subjectId, offeredUntil }) =>
    offeredUntil
      ? [
          words('heldUntil', {
            thing: kind === 'event' ? words('anEventPlace') : (facts.labels[subjectId] ?? words('something')),
            until: moment(offeredUntil),
          }),
        ]
      : [],
  )
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
    offers,
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
