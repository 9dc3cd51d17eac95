import type { Target } from './schema'

/** Whom a row is about, as it says itself. */
export function plainRow(cells: string[], mapping: Target[]): { name?: string[]; email?: string[] } {
  const cell = (target: Target) => cells[mapping.indexOf(target)] ?? ''
  const name = cell('name') || [cell('firstName'), cell('lastName')].filter(Boolean).join(' ')
  return { ...(name && { name: [name] }), ...(cell('email') && { email: [cell('email')] }) }
}
