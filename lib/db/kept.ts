import 'server-only'

const kept = new Map<string, { revision: number; value: Promise<unknown> }>()

/**
 * What was read once for this revision of an event, read again only when the revision has moved.
 * The database raises the revision with every change of an event's definition (trigger `event_revision`).
 */
export function keptByRevision<T>(
  name: string,
  eventId: string,
  revision: number,
  load: () => Promise<T>,
): Promise<T> {
  const id = `${name} ${eventId}`
  const found = kept.get(id)
  if (found?.revision === revision) return found.value as Promise<T>
  const value = load()
  kept.set(id, { revision, value })
  value.catch(() => kept.delete(id))
  return value
}
