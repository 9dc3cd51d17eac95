import { Temporal } from 'temporal-polyfill'
import type { ControlSpec, FieldSpec, FormValues, PartName, RowsSpec } from './schema'
import { parts, settingsParts } from './schema'

/** What a button of a row asks: `add activities`, `up activities.2`. */
export type RowDeed = { act: 'add' | 'remove' | 'up' | 'down'; at: string }

export const fieldsOf = (part: PartName): FieldSpec[] => parts[part].flatMap(({ fields }) => fields)

export const isSetting = (part: PartName): boolean => settingsParts.some((one) => one === part)

/** Where a part is edited, below its event's desk. */
export const roomOf = (part: PartName): string => (isSetting(part) ? `/settings/${part}` : `/${part}`)

/** How many rows a list has in what was posted; every row carries its key. */
export function countRows(values: FormValues, list: string): number {
  let count = 0
  while (values[`${list}.${count}.key`]) count += 1
  return count
}

export function readRowDeed(text: string | undefined): RowDeed | null {
  const [, act, at] = /^(add|remove|up|down) ([a-z_0-9.]+)$/.exec(text ?? '') ?? []
  return act && at ? ({ act, at } as RowDeed) : null
}

/** The same answers with a row more, less or elsewhere; `focus` is the control to go on with. */
export function changeRows(
  part: PartName,
  values: FormValues,
  { act, at }: RowDeed,
): { values: FormValues; focus: string } | null {
  const list = act === 'add' ? at : at.slice(0, at.lastIndexOf('.'))
  const place = act === 'add' ? -1 : Number(at.slice(list.length + 1))
  const spec = findRows(fieldsOf(part), list)
  const rows = Array.from({ length: countRows(values, list) }, (_, row) => cut(values, `${list}.${row}.`))
  if (!spec || (act !== 'add' && !rows[place])) return null
  const goal = { add: rows.length, remove: place, up: place - 1, down: place + 1 }[act]
  if (act === 'add') rows.push(freshRow(spec, rows.at(-1)))
  else {
    const [taken] = rows.splice(place, 1)
    if (act !== 'remove') rows.splice(Math.min(Math.max(goal, 0), rows.length), 0, taken!)
  }
  const others = Object.entries(values).filter(([name]) => !name.startsWith(`${list}.`))
  const written = rows.flatMap((row, index) =>
    Object.entries(row).map(([name, value]) => [`${list}.${index}.${name}`, value] as const),
  )
  const last = Math.min(Math.max(goal, 0), rows.length - 1)
  const focus = rows.length > 0 ? `${list}.${last}.${firstControl(spec)}` : ''
  return { values: Object.fromEntries([...others, ...written]), focus }
}

function findRows(fields: FieldSpec[], list: string): RowsSpec | undefined {
  for (const field of fields) {
    if (field.kind !== 'rows') continue
    if (field.name === list) return field
    const [, inner] = new RegExp(`^${field.name}\\.\\d+\\.(.+)$`).exec(list) ?? []
    if (inner) return findRows(field.of, inner)
  }
  return undefined
}

const cut = (values: FormValues, start: string): FormValues =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name.startsWith(start) ? [[name.slice(start.length), value]] : [],
    ),
  )

/** A new night follows the one before it, with as many rooms. */
function freshRow(spec: RowsSpec, before: FormValues | undefined): FormValues {
  const controls = spec.of.filter((field): field is ControlSpec => field.kind !== 'rows')
  const row: FormValues = { key: [''] }
  for (const { name, kind, options } of controls) if (kind !== 'tick') row[name] = [options?.[0] ?? '']
  for (const { name, kind } of controls) if (kind === 'ticks') delete row[name]
  const night = before?.night?.[0]
  if (!night || !/^\d{4}-\d\d-\d\d$/.test(night)) return row
  return { ...row, night: [dayAfter(night)], rooms: before.rooms ?? [''] }
}

function dayAfter(date: string): string {
  try {
    return Temporal.PlainDate.from(date, { overflow: 'reject' }).add({ days: 1 }).toString()
  } catch {
    return ''
  }
}

const firstControl = ({ of }: RowsSpec): string => of.find(({ kind }) => kind !== 'rows')!.name
