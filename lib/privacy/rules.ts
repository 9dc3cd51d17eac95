import { Temporal } from 'temporal-polyfill'
import { localDate } from '../dates'
import type { Act, actsByGroup } from '../history/schema'
import type { Language } from '../languages'
import { translator } from '../messages'

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
