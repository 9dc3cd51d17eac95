import { buffer } from 'node:stream/consumers'
import { deflateRawSync } from 'node:zlib'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { csvText } from '../csv'
import { xlsxStream } from '../spreadsheet'
import { readTable } from './read-table'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))
const wanted = { headers: ['Name', 'E-Mail'], rows: [{ row: 2, cells: ['Zoë, Ü', 'zoe@example.org'] }] }

test('commas, semicolons and tabs; UTF-8 with a mark or without, UTF-16 and Windows-1252', async () => {
  const comma = 'Name,E-Mail\n"Zoë, Ü",zoe@example.org\n'
  const semicolon = 'Name;E-Mail\r\nZoë, Ü;zoe@example.org\r\n'
  const tab = 'Name\tE-Mail\nZoë, Ü\tzoe@example.org'
  for (const text of [comma, semicolon, tab, `\uFEFF${semicolon}`])
    expect(await readTable(bytes(text))).toMatchObject({ ok: true, value: { format: 'csv', ...wanted } })
  expect(await readTable(bytes(semicolon, 'latin1'))).toMatchObject({ value: wanted })
  expect(await readTable(bytes(`\uFEFF${tab}`, 'utf16le'))).toMatchObject({ value: wanted })
})

test('rows keep the number that the spreadsheet shows; empty ones are none; short ones are filled up', async () => {
  const read = await readTable(bytes('a,b,c,\n\n1,2\n,,\n3,4,5,6\n'))
  expect(read).toMatchObject({
    value: {
      headers: ['a', 'b', 'c'],
      rows: [
        { row: 3, cells: ['1', '2', ''] },
        { row: 5, cells: ['3', '4', '5'] },
      ],
    },
  })
})

test('our own lists come back as they were written, formulas and all', async () => {
  const typed = ['=1+1', '+49 30', '-2', '@x', "O'Brien", "'quoted'"]
  const csv = csvText(
    ['a'],
    typed.map((a) => ({ a })),
  )
  const read = await readTable(bytes(csv))
  expect(read.ok && read.value.rows.map(({ cells }) => cells[0])).toEqual(typed)
  const rows = async function* () {
    for (const one of typed) yield [one]
  }
  const book = await readTable(new Uint8Array(await buffer(xlsxStream('x', ['a'], rows()))))
  expect(book.ok && [book.value.format, ...book.value.rows.map(({ cells }) => cells[0])]).toEqual([
    'xlsx',
    ...typed,
  ])
})

test('numbers and dates of a workbook are read as text', async () => {
  const rows = [
    ['name', 'nights', 'n'],
    ['Ada', new Date(Date.UTC(2027, 3, 15)), 3],
  ]
  const read = await readTable(await writeXlsx({ sheets: [{ name: 'x', rows }] }))
  expect(read.ok && read.value.rows[0]!.cells).toEqual(['Ada', '2027-04-15', '3'])
})

test('what is no table, has nobody in it or too many is refused', async () => {
  const refusal = async (file: Uint8Array) => {
    const read = await readTable(file)
    return read.ok ? 'none' : read.refusal
  }
  expect(await refusal(bytes(''))).toBe('no_table')
  expect(await refusal(bytes('PK nothing of the kind'))).toBe('no_table')
  expect(await refusal(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))).toBe('no_table')
  expect(await refusal(bytes('name,email\n'))).toBe('no_rows')
  expect(await refusal(bytes(`name\n${'x\n'.repeat(10_001)}`))).toBe('too_many_rows')
  expect(await refusal(bytes(`${'h,'.repeat(200)}h\n1\n`))).toBe('too_many_columns')
  expect(await refusal(new Uint8Array(2_000_001))).toBe('too_large')
})

test('a workbook that would unpack to gigabytes is refused unread, also when its directory lies', async () => {
  const zeros = Buffer.alloc(80_000_000)
  expect(await readTable(zip(zeros, zeros.length))).toEqual({ ok: false, refusal: 'no_table' })
  expect(await readTable(zip(zeros, 1_000))).toEqual({ ok: false, refusal: 'no_table' })
})

/** An archive of one file whose directory says `size`. */
function zip(content: Buffer, size: number): Uint8Array {
  const packed = deflateRawSync(content)
  const name = Buffer.from('xl/workbook.xml')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(size, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(size, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + packed.length, 16)
  return new Uint8Array(Buffer.concat([local, name, packed, central, name, end]))
}
