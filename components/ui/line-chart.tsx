export type ChartLine = { key: string; values: (number | null)[]; isPale?: boolean }

/** Lines that start at nothing; a value of null ends one. A table with the same numbers belongs beside it. */
export function LineChart({ lines, most }: { lines: ChartLine[]; most: number }) {
  const width = Math.max(1, ...lines.map(({ values }) => values.length))
  return (
    <svg
      aria-hidden="true"
      className="h-40 w-full border-line-strong border-b"
      preserveAspectRatio="none"
      viewBox={`0 0 ${width} 100`}
    >
      {lines.map(({ key, values, isPale }) => (
        <polyline
          className={isPale ? 'stroke-line-strong' : 'stroke-accent'}
          fill="none"
          key={key}
          points={pointsOf(values, most)}
          strokeDasharray={isPale ? '5 4' : undefined}
          strokeLinejoin="round"
          strokeWidth={isPale ? 2 : 3}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  )
}

/** Stairs: each stretch is as high as it was when it ended. */
function pointsOf(values: (number | null)[], most: number): string {
  const height = (value: number) => (100 - (most > 0 ? value / most : 0) * 97 - 1.5).toFixed(2)
  const known = values.filter((value) => value !== null)
  const stairs = known.map((value, at) => `${at},${height(value)} ${at + 1},${height(value)}`)
  return [`0,${height(0)}`, ...stairs].join(' ')
}
