/**
 * What a form posted, as text: every value of every control, files and the framework's own fields left out. A control
 * may be called anything that a plain object can hold as its own.
 */
export function readValues(data: FormData): Record<string, string[]> {
  const values = new Map<string, string[]>()
  for (const [name, value] of data) {
    if (typeof value !== 'string' || name.startsWith('$ACTION') || name === '__proto__') continue
    values.set(name, [...(values.get(name) ?? []), value])
  }
  return Object.fromEntries(values)
}
