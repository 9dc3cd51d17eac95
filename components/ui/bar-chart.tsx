import { Anchor } from './anchor'

export type Bar = { key: string; label: string; value: number; href?: string; note?: string }

type BarChartProps = { caption: string; labels: { name: string; value: string }; bars: Bar[]; max?: number }

/** A table whose last column is drawn: the numbers and the bars cannot disagree. */
export function BarChart({ caption, labels, bars, max }: BarChartProps) {
  const most = Math.max(1, max ?? 0, ...bars.map((bar) => bar.value))
  return (
    <table className="w-full border-separate border-spacing-y-1.5 text-left">
      <caption className="pb-2 text-left font-semibold">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{labels.name}</th>
          <th scope="col">{labels.value}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key}>
            <th className="w-1/3 max-w-40 pr-3 align-middle font-normal" scope="row">
              {bar.href ? (
                <Anchor className="underline decoration-line-strong underline-offset-4" href={bar.href}>
                  {bar.label}
                </Anchor>
              ) : (
                bar.label
              )}
              {bar.note && <span className="block text-muted text-sm">{bar.note}</span>}
            </th>
            <td className="w-px whitespace-nowrap pr-3 text-right font-semibold">{bar.value}</td>
            <td>
              <svg
                aria-hidden="true"
                className="block h-5 w-full"
                preserveAspectRatio="none"
                viewBox="0 0 100 10"
              >
                <rect className="fill-raised" height="10" width="100" />
                <rect className="fill-accent" height="10" width={(bar.value / most) * 100} />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
