/** What a form posted, as text: every value of every control, files and the framework's own fields left out. */
export function readValues(data: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {}
  for (const [name, value] of data) {
    if (typeof value !== 'string' || name.startsWith('$ACTION')) continue
    values[name] = [...(values[name] ?? []), value]
  }
  return values
}
