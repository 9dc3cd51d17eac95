'use client'

import { useContext, useEffect, useRef } from 'react'
import { countRows } from '@/lib/event-forms/rules'
import { FormContext, fieldId } from '../ui/form/form-context'
import { Section } from '../ui/section'
import type { GroupView, RowsView } from './describe-part'
import { PartControl, type PartWords } from './part-control'
import type { PartState } from './part-state'
import { AddRow, RowButtons } from './row-buttons'

type PartFieldsProps = { groups: GroupView[]; words: PartWords }

/** Every control of a part. Rows come, go and move on the server, so they do without scripts too. */
export function PartFields({ groups, words }: PartFieldsProps) {
  const { state } = useContext(FormContext) as { state: PartState }
  const { turn = 0, focus } = state
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!turn) return
    if (focus) here.current?.querySelector<HTMLElement>(`[id="${fieldId(focus)}"]`)?.focus()
    // A row that came, went or moved was typed by nobody; the preview follows all the same.
    here.current?.dispatchEvent(new Event('input', { bubbles: true }))
  }, [turn, focus])
  return (
    <div className="space-y-10" key={turn} ref={here}>
      {groups.map(({ key, title, fields }) => (
        <Section key={key} title={title}>
          <Fields before="" fields={fields} words={words} />
        </Section>
      ))}
    </div>
  )
}

type FieldsProps = { fields: GroupView['fields']; before: string; words: PartWords }

function Fields({ fields, before, words }: FieldsProps) {
  return (
    <div className="grid items-end gap-x-6 gap-y-5 sm:grid-cols-2">
      {fields.map((field) => (
        <div
          className={field.kind !== 'rows' && field.isShort ? 'min-w-0' : 'min-w-0 sm:col-span-2'}
          key={field.name}
        >
          {field.kind === 'rows' ? (
            <Rows at={`${before}${field.name}`} rows={field} words={words} />
          ) : (
            <PartControl control={field} name={`${before}${field.name}`} words={words} />
          )}
        </div>
      ))}
    </div>
  )
}

type RowsProps = { rows: RowsView; at: string; words: PartWords }

function Rows({ rows, at, words }: RowsProps) {
  const { state } = useContext(FormContext)
  const count = countRows(state.values, at)
  // Two short controls make a line, not a card.
  const isLine = rows.of.length === 2 && rows.of.every((field) => field.kind !== 'rows' && field.isShort)
  return (
    <div className={isLine ? 'space-y-3' : 'space-y-4'}>
      {Array.from({ length: count }, (_, index) => {
        const start = `${at}.${index}.`
        const what = rows.one.replace('{n}', String(index + 1))
        const buttons = (
          <RowButtons
            at={`${at}.${index}`}
            isFirst={index === 0}
            isLast={index === count - 1}
            what={what}
            words={words}
          />
        )
        return (
          <fieldset
            className={isLine ? 'min-w-0' : 'min-w-0 rounded border border-line bg-surface p-4 sm:p-5'}
            // biome-ignore lint/suspicious/noArrayIndexKey: a row that is not saved yet is known by its place alone
            key={index}
          >
            <legend className="sr-only">{what}</legend>
            <input name={`${start}key`} type="hidden" value={state.values[`${start}key`]?.[0] ?? ''} />
            {isLine ? (
              <div className="flex flex-wrap items-end gap-x-4 gap-y-1">
                <div className="min-w-0 flex-1 basis-72">
                  <Fields before={start} fields={rows.of} words={words} />
                </div>
                {buttons}
              </div>
            ) : (
              <>
                <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
                  <p aria-hidden="true" className="font-semibold text-muted text-sm">
                    {what}
                  </p>
                  {buttons}
                </div>
                <Fields before={start} fields={rows.of} words={words} />
              </>
            )}
          </fieldset>
        )
      })}
      <AddRow at={at} label={rows.add} />
    </div>
  )
}
