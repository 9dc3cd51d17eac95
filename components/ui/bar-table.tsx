import type { ReactNode } from 'react'
import { Bar } from './bar'
import { Table } from './table'
import { TextLink } from './text-link'

type BarRow = { key: string; label: ReactNode; value: number; href?: string }

type BarTableProps = {
  caption: string
  labelHeader: string
  valueHeader: string
  rows: BarRow[]
  /** What a full bar stands for; the largest value where nothing is said. */
  whole?: number
}

/** A table whose rows are bars: chart and numbers in one. */
export function BarTable({ caption, labelHeader, valueHeader, rows, whole }: BarTableProps) {
  const full = whole ?? Math.max(0, ...rows.map(({ value }) => value))
  return (
    <Table
      caption={caption}
      columns={[
        {
          key: 'label',
          header: labelHeader,
          primary: true,
          className: 'w-4/5',
          cell: ({ key, label, value }: BarRow) => (
            <>
              {label}
              <Bar className="mt-1.5" parts={[{ key, value }]} whole={full} />
            </>
          ),
        },
        {
          key: 'value',
          header: valueHeader,
          numeric: true,
          cell: ({ value, href }: BarRow) => <Count href={href} value={value} />,
        },
      ]}
      rowKey={({ key }) => key}
      rows={rows}
    />
  )
}

/** A number that leads to those it counts; nobody is no list. */
export function Count({ value, href }: { value: number; href?: string }) {
  if (value === 0 || !href) return <span className={value === 0 ? 'text-muted' : undefined}>{value}</span>
  return <TextLink href={href}>{value}</TextLink>
}
