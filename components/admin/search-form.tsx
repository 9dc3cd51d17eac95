import type { ReactNode } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { inputClass } from '@/components/ui/form/field-words'

type SearchFormProps = {
  here: string
  q?: string
  labels: { search: string; apply: string; all: string }
  /** What else the list can be narrowed to. */
  children: ReactNode
}

/** A form that only reads: what is asked for stands in the address. */
export function SearchForm({ here, q, labels, children }: SearchFormProps) {
  return (
    <search>
      <form
        action={here}
        className="mb-6 grid grid-cols-1 items-end gap-3 sm:grid-cols-[1fr_14rem_auto]"
        data-print="hide"
      >
        <label className="block min-w-0 space-y-1.5">
          <span className="block font-semibold text-sm">{labels.search}</span>
          <input className={inputClass} defaultValue={q} key={q} maxLength={200} name="q" type="search" />
        </label>
        {children}
        <div className="flex gap-3">
          <Button type="submit" variant="primary">
            {labels.apply}
          </Button>
          <LinkButton href={here} variant="quiet">
            {labels.all}
          </LinkButton>
        </div>
      </form>
    </search>
  )
}
