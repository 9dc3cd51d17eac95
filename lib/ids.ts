import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

/** A new row's id: UUID version 7 (RFC 9562), so that rows made one after the other lie side by side. */
export const newId = (): string => v7()

const readable = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A registration's code: 12 letters of 30 (58 random bits) without look-alikes, in groups: `K7QF-9MTD-WX2C`. */
export function newCode(): string {
  const letters: string[] = []
  while (letters.length < 12) {
    for (const byte of randomBytes(16)) {
      // 240 is the largest multiple of 30 below 256: beyond it some letters would be likelier.
      if (byte < 240 && letters.length < 12) letters.push(readable[byte % 30]!)
    }
  }
  return [0, 4, 8].map((at) => letters.slice(at, at + 4).join('')).join('-')
}

export const isId = (text: string): boolean =>
  typeof text === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
