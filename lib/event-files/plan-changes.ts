import 'server-only'
import { datesBetween } from '../dates'
import type { Holders } from './queries'
import { instantOf } from './rules'
import type { EventFile } from './schema'

export type PlanLine = { kind: 'added' | 'changed' | 'removed' | 'refused'; path: string; sentence: string }

/** What has to happen to make `stored` what `wanted` says; nothing for two that mean the same. */
export function planChanges(
  stored: EventFile | undefined,
  wanted: EventFile,
  holders: Holders = new Map(),
): PlanLine[] {
  if (!stored)
    return [{ kind: 'added', path: '', sentence: `the event “${wanted.title}” at /events/${wanted.slug}` }]
  const before = partsOf(stored)
  const after = partsOf(wanted)
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

/** One thing known by its path, with every plain value it has. */
type Part = { title: string; fields: Map<string, unknown> }

function partsOf(file: EventFile): Map<string, Part> {
  const { activities, meals, hotels, check_in_points, questions, ...event } = file
  const parts = new Map<string, Part>([['', { title: file.title, fields: fieldsOf(event) }]])
  const add = (list: string, entries: { key: string }[]) => {
    const owner = parts.get(list.includes('.') ? list.slice(0, list.lastIndexOf('.')) : '')
    owner?.fields.set(
      `order of ${list.split('.').at(-1)}`,
      entries.map(({ key }) => key),
    )
    for (const entry of entries) {
      const { key, options, room_types, ...facts } = entry as Record<string, unknown> & { key: string }
      const title = String(facts.title ?? facts.name ?? key)
      parts.set(`${list}.${key}`, { title, fields: fieldsOf(facts) })
      if (isKeyed(options)) add(`${list}.${key}.options`, options)
      else if (options) parts.get(`${list}.${key}`)!.fields.set('options', options)
      if (isKeyed(room_types)) add(`${list}.${key}.room_types`, room_types)
    }
  }
  add('activities', activities)
  add('meals', meals)
  add('hotels', hotels)
  add('check_in_points', check_in_points)
  add('questions', questions)
  return parts
}

const isKeyed = (value: unknown): value is { key: string }[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'object')

function fieldsOf(value: object, prefix = ''): Map<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const [key, entry] of Object.entries(value)) {
    if (entry === undefined) continue
    if (typeof entry === 'object' && !Array.isArray(entry))
      for (const [name, inner] of fieldsOf(entry, `${prefix}${key}.`)) fields.set(name, inner)
    else fields.set(`${prefix}${key}`, entry)
  }
  return fields
}

function changesOf(path: string, old: Part, part: Part, holders: Holders): PlanLine[] {
  const lines: PlanLine[] = []
  for (const name of new Set([...old.fields.keys(), ...part.fields.keys()])) {
    const [from, to] = [old.fields.get(name), part.fields.get(name)]
    if (name.startsWith('order of ') ? isSameOrder(from, to) : stable(from) === stable(to)) continue
    const at = path ? `${path}.${name}` : name
    const count = holders.get(at) ?? 0
    if (name.startsWith('nights.') && to === undefined && count > 0)
      lines.push(refusal(at, 'this night', count))
    else
      lines.push({
        kind: 'changed',
        path: at,
        sentence: `${say(from)} → ${say(to)}${spare(to, name, at, holders)}`,
      })
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

/** The calendar days of the event in its own zone. */
export function daysOf(file: Pick<EventFile, 'starts' | 'ends' | 'timezone'>): string[] {
  const [from, to] = [instantOf(file.starts, file.timezone), instantOf(file.ends, file.timezone)]
  return from.ok && to.ok ? datesBetween(from.value, to.value, file.timezone) : []
}

const refusal = (path: string, what: string, count: number): PlanLine => ({
  kind: 'refused',
  path,
  sentence: `${what} stays: ${count} ${count === 1 ? 'registration holds' : 'registrations hold'} it`,
})

/** Whether what a path belongs to is there: only then is the part itself news. */
const isOutermost = (path: string, others: Map<string, Part>): boolean => {
  const steps = path.split('.')
  return steps.length <= 2 || others.has(steps.slice(0, -2).join('.'))
}

// Entries that come or go are told by themselves; only those that stay can change places.
function isSameOrder(from: unknown, to: unknown): boolean {
  const [before, after] = [(from ?? []) as string[], (to ?? []) as string[]]
  const stayed = before.filter((key) => after.includes(key))
  return stable(stayed) === stable(after.filter((key) => before.includes(key)))
}

function stable(value: unknown): string {
  return JSON.stringify(value ?? null, (_, entry) =>
    entry && typeof entry === 'object' && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1)))
      : entry,
  )
}

function say(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string'))
    return `[${shorten(value.join(', '))}]`
  if (Array.isArray(value)) return `${value.length} ${value.length === 1 ? 'entry' : 'entries'}`
  return `“${shorten(String(value).replace(/\s+/g, ' '))}”`
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
