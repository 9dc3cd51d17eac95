export type ChartColumn = {
  key: string
  /** Null is still to come. */
  value: number | null
  /** Drawn behind it, paler, for comparison. */
  beside?: number
  title: string
  href?: string
}

/**
 * Columns over time, drawn for the eye and the mouse only: a table with the same numbers and links belongs beside it.
 */
export function ColumnChart({ columns, most }: { columns: ChartColumn[]; most: number }) {
  return (
    <svg
      aria-hidden="true"
      className="h-40 w-full border-line-strong border-b"
      preserveAspectRatio="none"
      viewBox={`0 0 ${columns.length} 100`}
    >
      {columns.map((column, at) => (
        <Column column={column} key={column.key} most={most} x={at} />
      ))}
    </svg>
  )
}

function Column({ column: { value, beside = 0, title, href }, most, x }: ColumnProps) {
  const drawn = (
    <g className="group/column">
      <title>{title}</title>
      <rect
        className={href ? 'fill-transparent group-hover/column:fill-raised' : 'fill-transparent'}
        height="100"
        width="1"
        x={x}
      />
      <Rise className="fill-line-strong opacity-35" most={most} value={beside} width={0.86} x={x + 0.07} />
      <Rise className="fill-accent" most={most} value={value ?? 0} width={0.56} x={x + 0.22} />
    </g>
  )
  if (!href) return drawn
  return (
    <a href={href} tabIndex={-1}>
      {drawn}
    </a>
  )
}

type ColumnProps = { column: ChartColumn; most: number; x: number }

function Rise({ value, most, ...rest }: { value: number; most: number } & RiseLook) {
  // What is not nothing is seen, however small it is beside the rest.
  const height = value > 0 && most > 0 ? Math.max(1.5, (value / most) * 100) : 0
  return <rect height={height} y={100 - height} {...rest} />
}

type RiseLook = { className: string; width: number; x: number }
