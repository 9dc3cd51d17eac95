import { inflateRawSync } from 'node:zlib'

/**
 * Whether a ZIP archive, as workbooks are, unpacks to no more than `mostBytes` and `mostFiles`: first by what its
 * directory says, then by unpacking with that as the limit, for a directory can lie. False for what is no archive.
 */
export function unpacksWithin(bytes: Uint8Array, mostBytes: number, mostFiles: number): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(file, mostFiles)
  if (!entries || entries.reduce((sum, { size }) => sum + size, 0) > mostBytes) return false
  return entries.every((entry) => keepsItsWord(file, entry))
}

type Entry = { method: number; packed: number; size: number; at: number }

// PKWARE APPNOTE 4.3.16 and 4.3.12: the end record stands in the last 64 KB and says where the directory begins.
function readDirectory(file: Buffer, mostFiles: number): Entry[] | null {
  const end = file.lastIndexOf(endMark)
  if (end < 0 || end + 22 > file.length) return null
  const count = file.readUInt16LE(end + 10)
  if (count > mostFiles) return null
  const entries: Entry[] = []
  let at = file.readUInt32LE(end + 16)
  for (let one = 0; one < count; one++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return null
    entries.push({
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    })
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}

const endMark = Buffer.from([0x50, 0x4b, 0x05, 0x06])

function keepsItsWord(file: Buffer, { method, packed, size, at }: Entry): boolean {
  if (at + 30 > file.length || file.readUInt32LE(at) !== 0x04034b50) return false
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
  if (method === 0) return packed === size && start + packed <= file.length
  if (method !== 8) return false
  try {
    return inflateRawSync(file.subarray(start, start + packed), { maxOutputLength: size + 1 }).length === size
  } catch {
    return false
  }
}
