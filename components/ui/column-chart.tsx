import type { Bar } from './bar-chart'

type ColumnChartProps = {
  caption: string
  labels: { name: string; value: string; asTable: string }
  columns: Bar[]
}

/** Many values in a row, such as registrations a day; the same numbers as a table beneath. */
export function ColumnChart({ caption, labels, columns }: ColumnChartProps) {
  const most = Math.max(1, ...columns.map((column) => column.value))
  const first = columns.at(0)
  const last = columns.at(-1)
  return (
    <figure>
      <figcaption className="mb-3 font-semibold">{caption}</figcaption>
      <svg
        aria-hidden="true"
        className="h-36 w-full"
        preserveAspectRatio="none"
        viewBox={`0 0 ${columns.length * 10} 100`}
      >
        {columns.map((column, at) => {
          const height = (column.value / most) * 98
          return (
            <rect
              className="fill-accent"
              height={height}
              key={column.key}
              width={8}
              x={at * 10 + 1}
              y={100 - height}
            />
          )
        })}
      </svg>
      <p
        aria-hidden="true"
        className="mt-1 flex justify-between border-line-strong border-t pt-1 text-muted text-sm"
      >
        <span>{first?.label}</span>
        <span>{last !== first && last?.label}</span>
      </p>
      <details className="mt-2 text-sm">
        <summary className="inline-flex min-h-11 items-center text-accent-text underline underline-offset-4">
          {labels.asTable}
        </summary>
        <table className="text-left">
          <thead>
            <tr>
              <th className="pr-6 font-semibold" scope="col">
                {labels.name}
              </th>
              <th className="text-right font-semibold" scope="col">
                {labels.value}
              </th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <tr key={column.key}>
                <th className="pr-6 font-normal" scope="row">
                  {column.label}
                </th>
                <td className="text-right">{column.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
