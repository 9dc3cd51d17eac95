import 'server-only'
import { sql } from '../db/client'

type Listed = { id: string; sort: string }

/**
 * Rows of a query that has `id` and `sort`, in the order of both: read page by page, so that a list of any length takes
 * the memory of one page.
 */
export async function* readPages<Row extends Listed>(
  { text, values }: { text: string; values: unknown[] },
  pageSize = 1000,
): AsyncGenerator<Row> {
  const [sort, id] = [values.length + 1, values.length + 2]
  const page = `SELECT * FROM (${text}) listed
    WHERE $${sort}::text IS NULL OR (sort, id) > ($${sort}::text, $${id}::uuid) ORDER BY sort, id LIMIT ${pageSize}`
  let last: Listed | undefined
  for (;;) {
    const { rows } = await sql().query<Row>(page, [...values, last?.sort ?? null, last?.id ?? null])
    yield* rows
    if (rows.length < pageSize) return
    last = rows.at(-1)!
  }
}

/** How many rows the same query has. */
export async function countRows({ text, values }: { text: string; values: unknown[] }): Promise<number> {
  const { rows } = await sql().query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM (${text}) listed`,
    values,
  )
  return rows[0]!.count
}
