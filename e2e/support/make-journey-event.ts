import { readFile } from 'node:fs/promises'
import { applyEventFile } from '@/lib/event-files/apply-event-file'
import { tuesdayAfter } from '@/lib/event-files/load-example-event'
import { parseEventFile } from '@/lib/event-files/parse-event-file'
import type { EventFile } from '@/lib/event-files/schema'
import { newId } from '@/lib/ids'
import { findMadeEvent, type MadeEvent } from '@/prisma/factories/events'

/** A real event of the past as it was written down, moved to the weeks ahead, under a name of this test's own. */
export async function makeJourneyEvent(
  edition: 3 | 4 = 4,
  changes: (file: EventFile) => EventFile = (file) => file,
): Promise<MadeEvent> {
  const text = await readFile(`prisma/factories/event-files/scs-hackathon-${edition}.yaml`, 'utf8')
  const parsed = parseEventFile(text, { shiftTo: tuesdayAfter(new Date()) })
  if (!parsed.ok) throw new Error(parsed.problems[0]?.sentence)
  const name = `hackathon-${newId().slice(-12)}`
  const file = { ...parsed.file, slug: name, also_known_as: [`4${name}`] }
  const { eventId, plan } = await applyEventFile(changes(file), { publish: true })
  if (!eventId) throw new Error(JSON.stringify(plan))
  return await findMadeEvent(eventId)
}
