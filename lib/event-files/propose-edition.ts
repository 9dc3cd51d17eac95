import 'server-only'
import { Temporal } from 'temporal-polyfill'
import type { EventFile, NewEdition } from './schema'

/** What the form for the next edition starts with: counted up, and on the same weekday about a year later. */
export function proposeEdition(file: EventFile): NewEdition {
  const { title, slug, edition = 1 } = file
  const next = edition + 1
  return {
    title: countUp(title, edition) ?? `${title} ${next}`,
    slug: countUp(slug, edition) ?? `${slug}-${next}`,
    series: file.series ?? title,
    edition: next,
    starts: Temporal.PlainDate.from(file.starts.slice(0, 10)).add({ days: 364 }).toString(),
  }
}

/** The text with its last number of this edition counted up; null where it has none. */
function countUp(text: string, edition: number): string | null {
  const found = [...text.matchAll(/\d+/g)].findLast(([digits]) => Number(digits) === edition)
  if (!found) return null
  return text.slice(0, found.index) + (edition + 1) + text.slice(found.index + found[0].length)
}
