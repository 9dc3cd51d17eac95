import { groupRows } from '@/lib/exports/rules'
import type { Paper } from '@/lib/exports/schema'

/** One card a plate, meal by meal: the name as large as the card allows, what is on the plate, what must not be. */
export function KitchenCards({ paper: { columns, headings, rows } }: { paper: Paper }) {
  const at = (row: string[], column: string) => row[columns.indexOf(column)] ?? ''
  const meals = groupRows(rows, (row) => `${at(row, 'meal')}\n${at(row, 'starts_at')}`)
  const allergies = headings[columns.indexOf('allergies')]
  return Array.from(meals, ([meal, cards]) => (
    <section className="mb-8 print:break-before-page print:first-of-type:break-before-auto" key={meal}>
      <h2 className="mb-3 text-xl">
        {at(cards[0]!, 'meal')}{' '}
        <span className="font-normal text-base text-muted">{at(cards[0]!, 'starts_at')}</span>
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3 print:grid-cols-2 print:gap-[4mm]">
        {cards.map((card, number) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name
          <li className="rounded border border-line-strong bg-surface p-4 print:min-h-[42mm]" key={number}>
            <p className="break-words font-bold text-2xl leading-tight">
              <bdi>{at(card, 'name')}</bdi>
            </p>
            <p className="mt-2 text-lg">
              <bdi>{[at(card, 'option'), at(card, 'choice')].filter(Boolean).join(', ')}</bdi>
            </p>
            {at(card, 'diet') && <p className="font-semibold">{at(card, 'diet')}</p>}
            {at(card, 'allergies') && (
              <p className="mt-2 border-ink border-t-2 pt-2 font-semibold">
                {allergies}: <bdi className="whitespace-pre-line">{at(card, 'allergies')}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  ))
}
