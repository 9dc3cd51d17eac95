import { type Inside, whoIsIn } from '@/lib/check-in/rules'
import type { Arrival, DoorCount, DoorNews, Snapshot, SnapshotPerson } from '@/lib/check-in/schema'
import { asCode } from '@/lib/codes'
import { hashCode } from './code-hash'
import { findPeople } from './find-people'

export type Whom = { registrationId: string } | { code: string }

/** What this device knows: the snapshot, everything heard since, and what it noted itself. */
export class Picture {
  #snapshot: Snapshot
  readonly #people = new Map<string, SnapshotPerson>()
  readonly #byHash = new Map<string, string>()
  readonly #facts = new Map<string, Arrival>()
  readonly #ofPerson = new Map<string, Set<string>>()
  readonly #inside = new Map<string, Map<string, Inside>>()

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot
    this.#takeIn(snapshot.people, snapshot.arrivals)
  }

  get snapshot(): Snapshot {
    return this.#snapshot
  }

  /** The same as a snapshot, to be kept. */
  asSnapshot(): Snapshot {
    return { ...this.#snapshot, people: [...this.#people.values()], arrivals: [...this.#facts.values()] }
  }

  hear({ people, gone, arrivals, doubts, cursor }: DoorNews): void {
    for (const registration of gone) {
      const person = this.#people.get(registration)
      if (person) this.#forgetHashes(person)
      this.#people.delete(registration)
    }
    this.#takeIn(people, arrivals)
    this.#snapshot = { ...this.#snapshot, doubts, cursor }
  }

  /** What this device noted; what the server makes of it replaces it later, by its id. */
  note(fact: Arrival): void {
    if (!this.#facts.has(fact.f)) this.#takeIn([], [fact])
  }

  /** The server took another view of a scan than this device. */
  takeBack(factId: string): void {
    const fact = this.#facts.get(factId)
    if (!fact) return
    this.#facts.delete(factId)
    if (fact.i) this.#ofPerson.get(fact.i)?.delete(factId)
    this.#inside.clear()
  }

  sayPhoto(registrationId: string, photo: 'fine' | 'no_camera'): void {
    const { p: _, ...person } = this.#people.get(registrationId) ?? {}
    if ('i' in person)
      this.#people.set(person.i!, {
        ...(person as SnapshotPerson),
        ...(photo === 'no_camera' && { p: photo }),
      })
  }

  async find(whom: Whom): Promise<SnapshotPerson | null> {
    if ('registrationId' in whom) return this.#people.get(whom.registrationId) ?? null
    const code = asCode(whom.code)
    return code ? (this.#people.get(this.#byHash.get(await hashCode(code)) ?? '') ?? null) : null
  }

  get(registrationId: string): SnapshotPerson | null {
    return this.#people.get(registrationId) ?? null
  }

  /** Ten at most, and nobody for a single letter. */
  async search(text: string): Promise<SnapshotPerson[]> {
    const exact = await this.find({ code: text })
    return exact ? [exact] : findPeople(this.#people.values(), text)
  }

  factsOf(registrationId: string): Arrival[] {
    // An undo that reached the server before what it names is about nobody yet.
    const ids = [...(this.#ofPerson.get(registrationId) ?? []), ...(this.#ofPerson.get('') ?? [])]
    return ids.map((id) => this.#facts.get(id)!)
  }

  inside(point: string): Map<string, Inside> {
    let inside = this.#inside.get(point)
    if (!inside) {
      inside = whoIsIn(this.#facts.values(), point)
      this.#inside.set(point, inside)
    }
    return inside
  }

  count(point: string): DoorCount & { inside: number } {
    const came = this.inside(point)
    let expected = 0
    for (const { i, s, r } of this.#people.values()) if (came.has(i) || (!s && r !== 'remote')) expected++
    return { arrived: came.size, expected, inside: [...came.values()].filter(({ isOut }) => !isOut).length }
  }

  #forgetHashes(person: SnapshotPerson): void {
    for (const hash of hashesOf(person)) if (this.#byHash.get(hash) === person.i) this.#byHash.delete(hash)
  }

  #takeIn(people: SnapshotPerson[], facts: Arrival[]): void {
    for (const person of people) {
      const before = this.#people.get(person.i)
      if (before) this.#forgetHashes(before)
      this.#people.set(person.i, person)
      for (const hash of hashesOf(person)) this.#byHash.set(hash, person.i)
    }
    for (const fact of facts) {
      this.#facts.set(fact.f, fact)
      const owner = fact.i ?? ''
      if (!this.#ofPerson.has(owner)) this.#ofPerson.set(owner, new Set())
      this.#ofPerson.get(owner)!.add(fact.f)
    }
    this.#inside.clear()
  }
}

/** Of the code in their mail, and of a badge that was blank. */
const hashesOf = ({ h, c }: SnapshotPerson): string[] => (c ? [h, c] : [h])
