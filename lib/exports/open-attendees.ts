import 'server-only'
import { fitFilter } from '../attendees/fit-filter'
import { countAttendees } from '../attendees/list-attendees'
import type { AskedFilter } from '../attendees/schema'
import type { OrganizerKey } from '../keys'
import { listPublicQuestions } from '../questions/queries'
import { readAttendees } from './queries'
import { answerColumns, attendeeValues } from './rules'
import { attendeeColumns, type Sheet, type SheetEvent } from './schema'

/** Every registration that fits the filter, in the order of registering, with the organizers' own questions. */
export async function openAttendees(
  key: OrganizerKey,
  filter: AskedFilter,
  event: SheetEvent,
): Promise<Sheet> {
  const asked = answerColumns(await listPublicQuestions(event))
  const read = async function* () {
    const fitting = fitFilter(key.eventId, filter)
    for await (const record of readAttendees(fitting, event.timezone)) yield attendeeValues(record, asked)
  }
  const names = asked.map(({ name }) => name)
  return {
    columns: [...attendeeColumns, ...names],
    asked: names,
    rows: await countAttendees(key, filter),
    read,
  }
}
