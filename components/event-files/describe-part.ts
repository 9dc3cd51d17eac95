import type { FieldSpec, PartName } from '@/lib/event-forms/schema'
import { parts } from '@/lib/event-forms/schema'

type Said = { name: string; label: string; hint?: string }
export type ControlView = Said & {
  kind: Exclude<FieldSpec['kind'], 'rows'>
  isNeeded: boolean
  isShort: boolean
  options?: { value: string; label: string }[]
}
/** `one` names a row by its number, as in "Room {n}". */
export type RowsView = { kind: 'rows'; name: string; add: string; one: string; of: FieldView[] }
export type FieldView = ControlView | RowsView
export type GroupView = { key: string; title: string; fields: FieldView[] }

export type FormWords = {
  (key: string, values?: Record<string, string | number>): string
  has: (key: string) => boolean
}

/** A part's form with every word it needs, so that the browser knows none by itself. */
export const describePart = (part: PartName, words: FormWords): GroupView[] =>
  parts[part].map(({ group, fields }) => ({
    key: group,
    title: words(`groups.${group}`),
    fields: fields.map((field) => describe(field, words, '')),
  }))

/** What a control is called, rows counted: "Hotel 2, Night 1, Rooms". */
export function sayControl(name: string, words: FormWords): string {
  const said: string[] = []
  const steps: string[] = []
  for (const step of name.split('.')) {
    if (!/^\d+$/.test(step)) steps.push(step)
    else if (words.has(`one.${steps.join('_')}`))
      said.push(words(`one.${steps.join('_')}`, { n: Number(step) + 1 }))
  }
  const id = steps.join('_')
  return [...said, words.has(`labels.${id}`) ? words(`labels.${id}`) : name].join(', ')
}

function describe(field: FieldSpec, words: FormWords, before: string): FieldView {
  const id = `${before}${field.name}`.replaceAll('.', '_')
  if (field.kind === 'rows')
    return {
      kind: 'rows',
      name: field.name,
      add: words(`add.${id}`),
      one: words(`one.${id}`, { n: '{n}' }),
      of: field.of.map((inner) => describe(inner, words, `${id}_`)),
    }
  const { kind, name, options, isNeeded = false, isShort = false } = field
  const wordsOf = [`options.${id}`, `options.${name}`].find((at) => words.has(`${at}.${options?.at(-1)}`))
  return {
    ...{ kind, name, isNeeded, isShort, label: words(`labels.${id}`) },
    ...(words.has(`hints.${id}`) && { hint: words(`hints.${id}`) }),
    ...(options && {
      options: options.map((value) => ({ value, label: words(`${wordsOf}.${value || 'none'}`) })),
    }),
  }
}
