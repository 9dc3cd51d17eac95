import 'server-only'
import { isSameOrder, stable } from './compare-values'
import type { Holders } from './queries'
import { daysOf } from './rules'
import { sayChange } from './say-change'
import type { EventFile } from './schema'
import { type Part, splitIntoParts } from './split-into-parts'

export type PlanLine = { kind: 'added' | 'changed' | 'removed' | 'refused'; path: string; sentence: string }

/** What has to happen to make `stored` what `wanted` says; nothing for two that mean the same. */
export function planChanges(
  stored: EventFile | undefined,
  wanted: EventFile,
  holders: Holders = new Map(),
): PlanLine[] {
  if (!stored)
    return [{ kind: 'added', path: '', sentence: `the event “${wanted.title}” at /events/${wanted.slug}` }]
  const before = splitIntoParts(stored)
  const after = splitIntoParts(wanted)
  const lines: PlanLine[] = []
  for (const [path, part] of after) {
    const old = before.get(path)
    if (old) lines.push(...changesOf(path, old, part, holders))
    else if (isOutermost(path, before)) lines.push({ kind: 'added', path, sentence: `“${part.title}”` })
  }
  for (const [path, part] of before) {
    if (after.has(path)) continue
    const count = holders.get(path) ?? 0
    if (count > 0) lines.push(refusal(path, `“${part.title}”`, count))
    else if (isOutermost(path, after)) lines.push({ kind: 'removed', path, sentence: `“${part.title}”` })
  }
  return [...lines, ...lostDays(stored, wanted, holders)]
}

function changesOf(path: string, old: Part, part: Part, holders: Holders): PlanLine[] {
  const lines: PlanLine[] = []
  for (const name of new Set([...old.fields.keys(), ...part.fields.keys()])) {
    const [from, to] = [old.fields.get(name), part.fields.get(name)]
    if (name.startsWith('order of ') ? isSameOrder(from, to) : stable(from) === stable(to)) continue
    const at = path ? `${path}.${name}` : name
    const count = holders.get(at) ?? 0
    const isNight = name.startsWith('nights.')
    const answers = name === 'type' ? (holders.get(path) ?? 0) : 0
    if (answers > 0) lines.push(refusal(at, `the type ${from}`, answers))
    else if (isNight && to === undefined && count > 0) lines.push(refusal(at, 'this night', count))
    else if (isNight && to === undefined) lines.push({ kind: 'removed', path: at, sentence: `${from} rooms` })
    else if (isNight && from === undefined) lines.push({ kind: 'added', path: at, sentence: `${to} rooms` })
    else
      lines.push({ kind: 'changed', path: at, sentence: sayChange(from, to) + spare(to, name, at, holders) })
  }
  return lines
}

/** Lowering below what is taken is allowed, and worth a word. */
function spare(to: unknown, name: string, at: string, holders: Holders): string {
  if (typeof to !== 'number') return ''
  const count = holders.get(name === 'capacity' ? at.replace(/\.capacity$/, '') : at) ?? 0
  return count > to ? ` (${count} are given; nobody loses theirs)` : ''
}

function lostDays(stored: EventFile, wanted: EventFile, holders: Holders): PlanLine[] {
  if (stored.capacity.per_day === undefined || wanted.capacity.per_day === undefined) return []
  const kept = new Set(daysOf(wanted))
  return daysOf(stored)
    .filter((day) => !kept.has(day) && (holders.get(`days.${day}`) ?? 0) > 0)
    .map((day) => refusal(`days.${day}`, `the day ${day}`, holders.get(`days.${day}`)!))
}

function refusal(path: string, what: string, count: number): PlanLine {
  const isAnswered = path.startsWith('questions.')
  const [one, several] = isAnswered ? ['answered', 'answered'] : ['holds', 'hold']
  const who = count === 1 ? `1 registration ${one}` : `${count} registrations ${several}`
  return { kind: 'refused', path, sentence: `${what} stays: ${who} it` }
}

/** Whether what a path belongs to is there: only then is the part itself news. */
const isOutermost = (path: string, others: Map<string, Part>): boolean => {
  const steps = path.split('.')
  return steps.length <= 2 || others.has(steps.slice(0, -2).join('.'))
}
