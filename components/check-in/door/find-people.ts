import { isSearchable, sounds } from '@/lib/check-in/rules'
import type { SnapshotPerson } from '@/lib/check-in/schema'

const mostFound = 10

/** At most ten people whose name, legal name or organisation has the text in it; who starts with it comes first. */
export function findPeople(people: Iterable<SnapshotPerson>, text: string): SnapshotPerson[] {
  if (!isSearchable(text)) return []
  const wanted = sounds(text.trim())
  const found: { person: SnapshotPerson; rank: number }[] = []
  for (const person of people) {
    const sound = soundOf(person)
    if (!sound.includes(wanted)) continue
    const rank = (sound.includes(` ${wanted}`) ? 0 : 2) + (person.s === 'cancelled' ? 1 : 0)
    found.push({ person, rank })
  }
  found.sort((one, other) => one.rank - other.rank || one.person.n.localeCompare(other.person.n))
  return found.slice(0, mostFound).map(({ person }) => person)
}

const heard = new WeakMap<SnapshotPerson, string>()

/** Heard once a person: five thousand names are searched between two letters that somebody types. */
function soundOf(person: SnapshotPerson): string {
  let sound = heard.get(person)
  if (sound === undefined) {
    sound = ` ${sounds(`${person.n} ${person.l ?? ''} ${person.o ?? ''}`)}`
    heard.set(person, sound)
  }
  return sound
}
