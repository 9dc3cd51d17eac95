import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

export type Entry = { name: string; content: Buffer }

/**
 * Writes a tar file (POSIX ustar), compressed, that ends with the checksums of all its files. It appears under its name
 * when it is whole and on the disk, and only its owner can read it.
 */
export async function writeArchive(file: string, entries: AsyncIterable<Entry>): Promise<void> {
  const unfinished = `${file}.${process.pid}.part`
  try {
    const output = createWriteStream(unfinished, { mode: 0o600, flags: 'wx', flush: true })
    await pipeline(Readable.from(blocksOf(entries)), createGzip(), output)
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** The name of the last file: lines as `sha256sum -c` reads them. */
export const sumsName = 'SHA256SUMS'

export const sumOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex')

async function* blocksOf(entries: AsyncIterable<Entry>) {
  const sums: string[] = []
  for await (const entry of entries) {
    sums.push(`${sumOf(entry.content)}  ${entry.name}\n`)
    yield* blocksOfOne(entry)
  }
  yield* blocksOfOne({ name: sumsName, content: Buffer.from(sums.join('')) })
  yield Buffer.alloc(1024)
}

function* blocksOfOne({ name, content }: Entry) {
  yield headerOf(name, content.length)
  yield content
  const rest = content.length % 512
  if (rest > 0) yield Buffer.alloc(512 - rest)
}

function headerOf(name: string, size: number): Buffer {
  const header = Buffer.alloc(512)
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long a name for a file of a backup.`)
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`
  const put = (text: string, at: number) => header.write(text, at, 'latin1')
  header.write(name, 0)
  put(octal(0o600, 7), 100)
  put(octal(0, 7), 108)
  put(octal(0, 7), 116)
  put(octal(size, 11), 124)
  put(octal(Math.floor(Date.now() / 1000), 11), 136)
  put('        ', 148)
  put('0', 156)
  put('ustar\x0000', 257)
  put(`${octal(checksumOf(header), 6)} `, 148)
  return header
}

/** The sum of a header's bytes, those of the sum itself being read as spaces. */
export const checksumOf = (header: Buffer): number =>
  header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0)
