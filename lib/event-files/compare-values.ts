import 'server-only'

// Entries that come or go are told by themselves; only those that stay can change places.
export function isSameOrder(from: unknown, to: unknown): boolean {
  const [before, after] = [(from ?? []) as string[], (to ?? []) as string[]]
  const stayed = before.filter((key) => after.includes(key))
  return stable(stayed) === stable(after.filter((key) => before.includes(key)))
}

export function stable(value: unknown): string {
  return JSON.stringify(value ?? null, (_, entry) =>
    entry && typeof entry === 'object' && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1)))
      : entry,
  )
}
