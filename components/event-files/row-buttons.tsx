'use client'

import { Button } from '../ui/button'
import type { PartWords } from './part-control'

type RowButtonsProps = { at: string; what: string; isFirst: boolean; isLast: boolean; words: PartWords }

/** What can be done with one row; each says of which one to whoever does not see where it stands. */
export function RowButtons({ at, what, isFirst, isLast, words }: RowButtonsProps) {
  const deeds = [
    ...(isFirst ? [] : [{ act: 'up', label: words.up, spoken: words.upOf }]),
    ...(isLast ? [] : [{ act: 'down', label: words.down, spoken: words.downOf }]),
    { act: 'remove', label: words.remove, spoken: words.removeOf },
  ]
  return (
    <div className="flex flex-wrap gap-1">
      {deeds.map(({ act, label, spoken }) => (
        <Button
          aria-label={spoken.replace('{what}', what)}
          className="px-3 text-sm"
          key={act}
          name="do"
          type="submit"
          value={`${act} ${at}`}
          variant="quiet"
        >
          {label}
        </Button>
      ))}
    </div>
  )
}

export function AddRow({ at, label }: { at: string; label: string }) {
  return (
    <Button name="do" type="submit" value={`add ${at}`}>
      {label}
    </Button>
  )
}
