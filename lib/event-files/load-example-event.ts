import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { now } from '../clock'
import { applyEventFile } from './apply-event-file'
import { parseEventFile } from './parse-event-file'

/** Loads `prisma/example-event.yaml`, moved to the Tuesday about sixty days from today. */
export async function loadExampleEvent(): Promise<void> {
  const text = await readFile(path.join(process.cwd(), 'prisma', 'example-event.yaml'), 'utf8')
  const parsed = parseEventFile(text, { shiftTo: tuesdayAfter(now()) })
  if (!parsed.ok) throw new Error(`prisma/example-event.yaml: ${parsed.problems[0]?.sentence}`)
  await applyEventFile(parsed.file)
}

/** The first Tuesday at least sixty days after an instant, as a date. */
export function tuesdayAfter(instant: Date): string {
  const day = Temporal.PlainDate.from(instant.toISOString().slice(0, 10)).add({ days: 60 })
  return day.add({ days: (9 - day.dayOfWeek) % 7 }).toString()
}
