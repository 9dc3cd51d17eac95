import type { Paper } from '@/lib/exports/schema'
import { ScrollBox } from './scroll-box'

/** A list as a table for paper: every page repeats its headings, every row says its number. */
export function PaperTable({
  caption,
  paper: { columns, headings, rows },
}: {
  caption: string
  paper: Paper
}) {
  return (
    <ScrollBox label={caption}>
      <table className="w-full border-collapse text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th className="border-line-strong border-b-2 px-2 py-1.5 text-right text-muted" scope="col">
              #
            </th>
            {headings.map((heading, at) => (
              <th className="border-line-strong border-b-2 px-2 py-1.5" key={columns[at]} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of paper has no other name
            <tr key={row}>
              <td className="border-line border-b px-2 py-1.5 text-right text-muted tabular-nums">
                {row + 1}
              </td>
              {cells.map((cell, at) => (
                <td className="max-w-80 break-words border-line border-b px-2 py-1.5" key={columns[at]}>
                  <bdi>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
