import { inflateSync } from 'node:zlib'

/**
 * A WOFF 1.0 file (https://www.w3.org/TR/WOFF/) as the plain font inside it. What draws PDFs would unpack the same
 * tables again for every piece of text.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('this is no WOFF file')
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, at) => readTable(woff, 44 + at * 20))
  const header = Buffer.alloc(12 + count * 16)
  woff.copy(header, 0, 4, 8)
  header.writeUInt16BE(count, 4)
  let offset = header.length
  for (const [at, { tag, checksum, data }] of tables.entries()) {
    const entry = 12 + at * 16
    tag.copy(header, entry)
    checksum.copy(header, entry + 4)
    header.writeUInt32BE(offset, entry + 8)
    header.writeUInt32BE(data.length, entry + 12)
    offset += padded(data).length
  }
  return Buffer.concat([header, ...tables.map(({ data }) => padded(data))])
}

function readTable(woff: Buffer, at: number) {
  const [offset, packed, length] = [4, 8, 12].map((step) => woff.readUInt32BE(at + step)) as [
    number,
    number,
    number,
  ]
  const bytes = woff.subarray(offset, offset + packed)
  const data = packed < length ? inflateSync(bytes) : bytes
  return { tag: woff.subarray(at, at + 4), checksum: woff.subarray(at + 16, at + 20), data }
}

// Tables begin at multiples of four.
const padded = (data: Buffer): Buffer => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
