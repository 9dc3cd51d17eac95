import type { DoorState, DoorStore } from './door-state'
import type { Vault } from './vault'

type Kept = 'unlisted' | 'aside'
type Line<Name extends Kept> = DoorState[Name][number]

/** Lines about what went otherwise, in sight over a reload, too, until somebody has seen to them. */
export function lineKeeper<Name extends Kept>(name: Name, store: DoorStore, vault: Vault) {
  return {
    add: (line: Line<Name>) => rewrite((all) => [line, ...all.filter(({ id }) => id !== line.id)]),
    seenTo: (id: string) => rewrite((all) => all.filter((one) => one.id !== id)),
  }

  async function rewrite(change: (all: Line<Name>[]) => Line<Name>[]): Promise<void> {
    const lines = change((await vault.get<Line<Name>[]>(name)) ?? [])
    await vault.put(name, lines)
    store.learn({ [name]: lines })
  }
}
