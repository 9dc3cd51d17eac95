'use client'

import { useContext } from 'react'
import { countRows } from '@/lib/event-forms/rules'
import { ChoiceField } from '../ui/form/choice-field'
import { FormContext } from '../ui/form/form-context'
import { SelectField } from '../ui/form/select-field'
import { TextField } from '../ui/form/text-field'
import { TickField } from '../ui/form/tick-field'
import type { ControlView } from './describe-part'

export type PartWords = Record<
  'optional' | 'up' | 'down' | 'remove' | 'upOf' | 'downOf' | 'removeOf' | 'inZone',
  string
>

type PartControlProps = { control: ControlView; name: string; words: PartWords }

export function PartControl({ control, name, words }: PartControlProps) {
  const { state } = useContext(FormContext)
  const { kind, label, hint, options = [], isNeeded } = control
  const shared = { name, label, ...(hint && { hint }), ...(!isNeeded && { optional: words.optional }) }
  const typed = state.values[name]?.[0] ?? ''
  if (control.name === 'question')
    return <SelectField {...shared} emptyLabel="–" options={askedBefore(state.values, typed)} />
  if (kind === 'tick') return <TickField hint={hint} label={label} name={name} />
  if (kind === 'ticks')
    return <ChoiceField columns={2} hint={hint} legend={label} multiple name={name} options={options} />
  if (kind === 'choice') return <SelectField hint={hint} label={label} name={name} options={options} />
  if (kind === 'prose' || kind === 'lines') return <TextField {...shared} lines={linesFor(typed)} />
  if (kind === 'time')
    return (
      <TextField
        {...shared}
        hint={hint ?? words.inZone}
        type={isPlainTime(typed) ? 'datetime-local' : 'text'}
      />
    )
  return <TextField {...shared} {...looks[kind]} />
}

const looks = {
  line: {},
  email: { type: 'email', spellCheck: false },
  url: { type: 'url', spellCheck: false, dir: 'ltr' },
  number: { inputMode: 'numeric' },
  date: { type: 'date' },
} as const

/** The browser's own control knows no seconds and no second hour of an autumn night. */
const isPlainTime = (text: string) => text === '' || /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)

const linesFor = (text: string) =>
  Math.min(14, Math.max(3, text.split('\n').length + Math.floor(text.length / 90)))

/** Questions that are kept already; a new one has no key to be named by. */
function askedBefore(values: Record<string, string[]>, chosen: string) {
  const rows = Array.from({ length: countRows(values, 'questions') }, (_, row) => `questions.${row}.`)
  const asked = rows.flatMap((at) => {
    const key = values[`${at}key`]?.[0]
    const label = values[`${at}label.en`]?.[0] || values[`${at}label.de`]?.[0] || key
    return key ? [{ value: key, label: label! }] : []
  })
  const isKnown = chosen === '' || asked.some(({ value }) => value === chosen)
  return isKnown ? asked : [...asked, { value: chosen, label: chosen }]
}
