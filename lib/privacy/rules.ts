import { Temporal } from 'temporal-polyfill'
import { localDate, sayDay } from '../dates'
import type { Feature } from '../field-facts'
import type { Act, actsByGroup } from '../history/schema'
import type { Language } from '../languages'
import { translator } from '../messages'
import type { EventOffer } from '../registrations/schema'
import { keptAfterEvent, keptAfterItsEnd, type Retention } from '../retention'
import { type FieldName, fieldNames, register } from './fields'
import type { NoticeRow, NoticeText } from './schema'

type GroupAct<Group extends keyof typeof actsByGroup> = (typeof actsByGroup)[Group][number]
/** What is done to the event, to its team, to the house, or to many at once: it stands in nobody's own trail. */
type NotMine =
  | GroupAct<'lists' | 'team' | 'event' | 'installation'>
  | `message_${string}`
  | 'acted_on_many'
  | 'imported_people'
  | 'invited'
  | 'took_back_invitation'
  | 'mail_words_saved'
  | 'mails_tried_again'
  | 'opted_in'
  | 'opted_out'
  | 'scheduled_message'
  | 'erased_by_date'
  | 'told_changes'
  | 'wrote_to_group'

type Words = typeof import('@/messages/en.json')['change']['acts'] &
  typeof import('@/messages/de.json')['change']['acts']
// An act about one person without words for themselves does not compile.
const said = (words: Words) => words satisfies Record<Exclude<Act, NotMine>, string>

/** One line of somebody's history as they read it themselves; `by` tells what they did from what was done for them. */
export function sayOwnAct({ act, by }: { act: string; by: string }, language: Language): string {
  const t = translator(language, 'change.acts')
  return t((t.has(act) ? act : 'other') as keyof ReturnType<typeof said>, { by })
}

type Ending = { endsAt: Date; timezone: string }

/** The date in the event's zone on which something goes that is kept for so many days after its last day. */
export const erasedOn = ({ endsAt, timezone }: Ending, days: number): string =>
  Temporal.PlainDate.from(localDate(endsAt, timezone)).add({ days }).toString()

/** Whether that date has begun where the event is. */
export const isErasureDue = (event: Ending, days: number, now: Date): boolean =>
  erasedOn(event, days) <= localDate(now, event.timezone)

/** Everything that an event tells people about their data, in one language, from the register. */
export function composeNotice(offer: EventOffer, language: Language): NoticeText {
  const here = fieldNames.filter((name) => isThere(offer, name) && !register[name].of)
  const rows = (isAsked: boolean) =>
    here
      .filter((name) => Boolean(register[name].isAsked) === isAsked)
      .map((name) => noticeRow(offer.event, name, language))
  const t = translator(language, 'notice')
  return {
    own: offer.event.privacyNoticeHtml,
    asked: rows(true),
    comes: rows(false),
    stays: t('staysText', {
      absent: sayErasure(offer.event, keptAfterEvent.absent, language),
      unconfirmed: keptAfterItsEnd.unconfirmed,
    }),
  }
}

/** The same for the team and the house: what a record of processing says beside (GDPR, article 30). */
export const composeTeamRecord = (offer: EventOffer, language: Language): NoticeRow[] =>
  fieldNames
    .filter((name) => isThere(offer, name) && register[name].of)
    .map((name) => noticeRow(offer.event, name, language))

/** One field in words. */
export function noticeRow(event: Ending, name: FieldName, language: Language): NoticeRow {
  const [t, words] = [translator(language, 'notice'), translator(language, 'fields')]
  const { basis, seenBy, keep } = register[name]
  return {
    name,
    field: words(`${name}.name`),
    purpose: words(`${name}.purpose`),
    basis: t(`basis.${basis}`),
    seenBy: seenBy.map((reader) => t(`reader.${reader}`)).join(', '),
    keep: sayKeep(event, keep, language),
  }
}

/** Whether an event has a field at all. */
export function isThere(offer: EventOffer, name: FieldName): boolean {
  const { needs } = register[name]
  return needs === undefined || has[needs](offer)
}

const has: Record<Feature, (offer: EventOffer) => boolean> = {
  access_list: ({ event }) => event.isLegalNameRequired,
  allergies: ({ event }) => event.allergiesHint !== null,
  food: () => true,
  hotels: ({ hotels }) => hotels.some(({ roomTypes }) => roomTypes.length > 0),
  questions: ({ questions }) => questions.length > 0,
}

function sayKeep(event: Ending, keep: Retention, language: Language): string {
  const t = translator(language, 'notice.keep')
  if (keep in keptAfterEvent) {
    const date = sayErasure(event, keptAfterEvent[keep as keyof typeof keptAfterEvent], language)
    return t(keep === 'people' ? 'people' : 'until', { date })
  }
  const days = keptAfterItsEnd[keep as keyof typeof keptAfterItsEnd]
  return t(keep, days === undefined ? {} : { days })
}

const sayErasure = (event: Ending, days: number, language: Language): string =>
  sayDay(new Date(`${erasedOn(event, days)}T12:00:00Z`), 'UTC', language)
