import type { FileHandle } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import type { Table } from './list-tables'
import { Damaged, readArchive } from './read-archive'
import { tableOf } from './rules'

/** Fills these tables from a backup, in the transaction that is open. Throws if it is not what it was when it was checked. */
export async function loadRows(
  client: pg.ClientBase,
  file: FileHandle,
  tables: Table[],
  counts: Record<string, number>,
): Promise<void> {
  let open: { table: Table; stream: CopyStreamQuery } | undefined
  const close = async () => {
    if (!open) return
    const { table, stream } = open
    open = undefined
    stream.end()
    await finished(stream)
    if (stream.rowCount !== counts[table.name]) throw new Damaged()
  }
  for await (const { name, content } of readArchive(file)) {
    const table = tables.find((one) => one.name === tableOf(name))
    if (open?.table !== table) await close()
    if (!table) continue
    open ??= { table, stream: begin(client, table) }
    await write(open.stream, content)
  }
  await close()
}

function begin(client: pg.ClientBase, { name, columns }: Table): CopyStreamQuery {
  const listed = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  const stream = client.query(copyFrom(`COPY ${client.escapeIdentifier(name)} (${listed}) FROM STDIN`))
  // Whoever writes next, or waits for its end, is told what went wrong.
  stream.on('error', () => {})
  return stream
}

// Resolves when there is room for more, and rejects with what the database said about the rows before.
const write = (stream: Writable, content: Buffer): Promise<void> =>
  new Promise((resolve, reject) => stream.write(content, (error) => (error ? reject(error) : resolve())))
