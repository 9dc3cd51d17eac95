import 'server-only'
import type { Mistake } from '../event-files/check-entries'
import type { FormValues } from './schema'

/**
 * Beside which control each mistake is said. What belongs to a whole row stands at its first control that can be seen;
 * what no control of this form is about comes back as a sentence of its own.
 */
export function placeMistakes(
  mistakes: Mistake[],
  controls: string[],
  values: FormValues,
): { fieldErrors: Record<string, string>; rest: string[] } {
  const fieldErrors: Record<string, string> = {}
  const rest: string[] = []
  for (const { path, sentence } of mistakes) {
    const control = controlFor(path.map(String), controls, values)
    if (control) fieldErrors[control] ??= sentence
    else rest.push(`${path.join('.')}: ${sentence}`)
  }
  const ordered = controls.flatMap((name) => (fieldErrors[name] ? [[name, fieldErrors[name]]] : []))
  return { fieldErrors: Object.fromEntries(ordered), rest }
}

function controlFor(path: string[], controls: string[], values: FormValues): string | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const at = path.slice(0, length).join('.')
    const exact = controls.find((name) => name === at)
    if (exact) return exact
    const named = controls.find((name) => name.startsWith(`${at}.`) && !name.endsWith('.key'))
    if (named) return named
    // Nights and conditions are written as keys, but asked as rows.
    const list = path.slice(0, length - 1).join('.')
    const row = controls.find(
      (name) =>
        name.startsWith(`${list}.`) &&
        /\.(night|question)$/.test(name) &&
        values[name]?.[0] === path[length - 1],
    )
    if (row) return length < path.length ? row : row.replace(/night$/, 'rooms').replace(/question$/, 'answer')
  }
  return undefined
}
