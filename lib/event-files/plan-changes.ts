import 'server-only'
import type { Language } from '../languages'
import { type Translator, translator } from '../messages'
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
  language: Language = 'en',
): PlanLine[] {
  const say = translator(language, 'eventFile.plan')
  if (!stored)
    return [
      { kind: 'added', path: '', sentence: say('newEvent', { title: wanted.title, slug: wanted.slug }) },
    ]
  const before = splitIntoParts(stored)
  const after = splitIntoParts(wanted)
  const lines: PlanLine[] = []
  for (const [path, part] of after) {
    const old = before.get(path)
    if (old) lines.push(...changesOf(path, old, part, holders, say))
    else if (isOutermost(path, before)) lines.push({ kind: 'added', path, sentence: titleOf(part, say) })
  }
  for (const [path, part] of before) {
    if (after.has(path)) continue
    const count = holders.get(path) ?? 0
    if (count > 0) lines.push(refusal(path, titleOf(part, say), count, say))
    else if (isOutermost(path, after)) lines.push({ kind: 'removed', path, sentence: titleOf(part, say) })
  }
  return [...lines, ...lostDays(stored, wanted, holders, say)]
}

function changesOf(path: string, old: Part, part: Part, holders: Holders, say: Translator): PlanLine[] {
  const lines: PlanLine[] = []
  for (const name of new Set([...old.fields.keys(), ...part.fields.keys()])) {
    const [from, to] = [old.fields.get(name), part.fields.get(name)]
    if (name.startsWith('order of ') ? isSameOrder(from, to) : stable(from) === stable(to)) continue
    const at = path ? `${path}.${name}` : name
    const count = holders.get(at) ?? 0
    const isNight = name.startsWith('nights.')
    const answers = name === 'type' ? (holders.get(path) ?? 0) : 0
    if (answers > 0) lines.push(refusal(at, say('type', { type: String(from) }), answers, say))
    else if (isNight && to === undefined && count > 0) lines.push(refusal(at, say('thisNight'), count, say))
    else if (isNight && to === undefined)
      lines.push({ kind: 'removed', path: at, sentence: say('rooms', { count: String(from) }) })
    else if (isNight && from === undefined)
      lines.push({ kind: 'added', path: at, sentence: say('rooms', { count: String(to) }) })
    else
      lines.push({
        kind: 'changed',
        path: at,
        sentence: sayChange(from, to, say) + spare(to, name, at, holders, say),
      })
  }
  return lines
}

/** Lowering below what is taken is allowed, and worth a word. */
function spare(to: unknown, name: string, at: string, holders: Holders, say: Translator): string {
  if (typeof to !== 'number') return ''
  const count = holders.get(name === 'capacity' ? at.replace(/\.capacity$/, '') : at) ?? 0
  return count > to ? say('given', { count: String(count) }) : ''
}

function lostDays(stored: EventFile, wanted: EventFile, holders: Holders, say: Translator): PlanLine[] {
  if (stored.capacity.per_day === undefined || wanted.capacity.per_day === undefined) return []
  const kept = new Set(daysOf(wanted))
  return daysOf(stored)
    .filter((day) => !kept.has(day) && (holders.get(`days.${day}`) ?? 0) > 0)
    .map((day) => refusal(`days.${day}`, say('day', { day }), holders.get(`days.${day}`)!, say))
}

function refusal(path: string, what: string, count: number, say: Translator): PlanLine {
  const word = path.startsWith('questions.') ? 'answered' : 'held'
  return { kind: 'refused', path, sentence: say(word, { what, count }) }
}

const titleOf = ({ title }: Part, say: Translator) => say('called', { title })

/** Whether what a path belongs to is there: only then is the part itself news. */
const isOutermost = (path: string, others: Map<string, Part>): boolean => {
  const steps = path.split('.')
  return steps.length <= 2 || others.has(steps.slice(0, -2).join('.'))
}
