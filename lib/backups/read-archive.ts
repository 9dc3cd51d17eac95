import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { checksumOf, type Entry, sumOf, sumsName } from './write-archive'

/** What was opened is not what was written once. */
export class Damaged extends Error {}

const largest = 64 * 1024 * 1024

/**
 * The files of an archive that `writeArchive` wrote, one after the other; throws `Damaged` at the latest at its end if
 * anything in it is not as it was written, or missing.
 */
export async function* readArchive(file: FileHandle): AsyncGenerator<Entry> {
  const sums: string[] = []
  const take = bytesOf(file)
  for (;;) {
    const entry = await readEntry(take)
    if (entry.name === sumsName) {
      if (entry.content.toString() !== sums.join('')) throw new Damaged()
      // The two empty blocks, and with them the sum that the compression keeps.
      if ((await take(1024)).some((byte) => byte !== 0) || (await take(1, true)).length > 0)
        throw new Damaged()
      return
    }
    sums.push(`${sumOf(entry.content)}  ${entry.name}\n`)
    yield entry
  }
}

type Take = (length: number, mayEnd?: boolean) => Promise<Buffer>

async function readEntry(take: Take): Promise<Entry> {
  const header = await take(512)
  const text = (at: number, length: number) => header.toString('utf8', at, at + length).replace(/\0.*$/s, '')
  const size = Number.parseInt(text(124, 12), 8)
  const isHeader = Number.parseInt(text(148, 8), 8) === checksumOf(header) && text(257, 5) === 'ustar'
  if (!isHeader || !(size >= 0 && size <= largest)) throw new Damaged()
  const content = await take(size)
  await take((512 - (size % 512)) % 512)
  return { name: text(0, 100), content }
}

/** Gives so many of the next bytes; fewer only at the end, and only to whoever can do with fewer. */
function bytesOf(file: FileHandle): Take {
  const compressed = file.createReadStream({ start: 0, autoClose: false })
  const plain = pipeline(compressed, createGunzip(), () => {})[Symbol.asyncIterator]()
  let parts: Buffer[] = []
  let length = 0
  return async (wanted, mayEnd = false) => {
    while (length < wanted) {
      const { value, done } = await plain.next().catch(asDamage)
      if (done) {
        if (mayEnd) break
        throw new Damaged()
      }
      parts.push(value as Buffer)
      length += value.length
    }
    const all = Buffer.concat(parts)
    parts = [all.subarray(wanted)]
    length = Math.max(0, all.length - wanted)
    return all.subarray(0, wanted)
  }
}

function asDamage(error: NodeJS.ErrnoException): never {
  throw error.code?.startsWith('Z_') ? new Damaged('damaged', { cause: error }) : error
}
