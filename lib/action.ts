/**
 * What a form posted, as text: every value of every control, files and the framework's own fields left out. A control
 * may be called anything that a plain object can hold as its own.
 */
export function readValues(data: FormData): Record<string, string[]> {
  if (!(data instanceof FormData)) throw new Garbled()
  const values = new Map<string, string[]>()
  for (const [name, value] of data) {
    if (typeof value !== 'string' || name.startsWith('$ACTION') || name === '__proto__') continue
    values.set(name, [...(values.get(name) ?? []), value])
  }
  return Object.fromEntries(values)
}

/** What a form posted in one control; empty for a file, and where there is no such control. */
export function textOf(data: FormData, name: string): string {
  if (!(data instanceof FormData)) throw new Garbled()
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}

/**
 * An action is a public address, and no type keeps anybody from calling it with something else than a form
 * (`isGarbled` knows this by its name).
 */
class Garbled extends Error {
  override name = 'Garbled'
}
