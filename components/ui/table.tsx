import type { ReactNode } from 'react'
import { Anchor } from './anchor'
import { ArrowIcon } from './icons'

export type Column<Row> = {
  key: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  numeric?: boolean
  /** The cell that names the row; `rowHref` makes it the row's link. */
  primary?: boolean
  className?: string
  /** Left out where there is no room for it; the primary cell then says what has to be known. */
  wide?: boolean
  /** The head becomes a link to the same rows in the order of this column; `now` is set while they are. */
  sort?: { href: string; now?: 'ascending' | 'descending' }
}

type TableProps<Row> = {
  caption: string
  showCaption?: boolean
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  rowHref?: (row: Row) => string
  footer?: ReactNode
}

export function Table<Row>({ caption, showCaption = false, columns, rows, ...table }: TableProps<Row>) {
  return (
    <section
      aria-label={caption}
      className="max-h-[calc(100dvh-6rem)] overflow-auto rounded border border-line bg-surface focus-visible:rounded print:max-h-none print:overflow-visible"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="w-full border-separate border-spacing-0 text-left text-sm">
        <caption className={showCaption ? 'px-4 py-3 text-left font-semibold text-base' : 'sr-only'}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                aria-sort={column.sort?.now}
                className={`sticky top-0 z-20 whitespace-nowrap border-line border-b bg-raised px-4 py-2.5 font-semibold print:static ${alignment(column)}`}
                key={column.key}
                scope="col"
              >
                <Head column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              className="group relative hover:bg-raised/60 focus-within:bg-raised/60"
              key={table.rowKey(row)}
            >
              {columns.map((column) => (
                <Cell column={column} href={table.rowHref?.(row)} key={column.key} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {table.footer && <tfoot className="font-semibold">{table.footer}</tfoot>}
      </table>
    </section>
  )
}

function Head<Row>({ column: { header, sort } }: { column: Column<Row> }) {
  if (!sort) return header
  return (
    <Anchor className="group/head inline-flex items-center gap-1.5 hover:underline" href={sort.href}>
      {header}
      <ArrowIcon
        className={`${sort.now === 'descending' ? 'rotate-90' : '-rotate-90'} ${sort.now ? '' : 'opacity-0 group-hover/head:opacity-50 group-focus-visible/head:opacity-50'}`}
        size={14}
      />
    </Anchor>
  )
}

function Cell<Row>({ column, row, href }: { column: Column<Row>; row: Row; href?: string }) {
  const box = `h-12 border-line border-b px-4 py-2 group-last:border-b-0 ${alignment(column)} ${column.className ?? ''}`
  if (!column.primary)
    return (
      <td
        className={`max-w-72 break-words [&_a]:relative [&_button]:relative [&_a]:z-10 [&_button]:z-10 ${box}`}
      >
        {column.cell(row)}
      </td>
    )
  return (
    <th className={`min-w-48 max-w-96 break-words font-semibold text-base ${box}`} scope="row">
      {href ? (
        <Anchor
          className="after:absolute after:inset-0 after:content-[''] focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-current group-hover:underline"
          data-row=""
          href={href}
        >
          {column.cell(row)}
        </Anchor>
      ) : (
        column.cell(row)
      )}
    </th>
  )
}

function alignment<Row>({ numeric, wide }: Column<Row>): string {
  return [numeric && 'text-right tabular-nums', wide && 'max-sm:hidden'].filter(Boolean).join(' ')
}
