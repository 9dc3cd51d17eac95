import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { env } from './env'

/** A secret to hand out once: 192 random bits, base64url. Store only `hashToken` of it. */
export const newToken = (): string => randomBytes(24).toString('base64url')

/** SHA-256 as hex: all that is ever stored of a token. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Whether somebody brought the secret that was agreed; how long the answer takes tells nothing of it. */
export const isSameSecret = (given: string, agreed: string): boolean =>
  timingSafeEqual(Buffer.from(hashToken(given)), Buffer.from(hashToken(agreed)))

/** A token that can be made again for the same purpose, id and version: HMAC-SHA256, 192 bits of it. */
export const derivedToken = (purpose: string, id: string, version: number): string =>
  createHmac('sha256', keyFor(purpose))
    .update(`${id}.${version}`)
    .digest()
    .subarray(0, 24)
    .toString('base64url')

/** Text that only this installation can read back, for one purpose: AES-256-GCM, base64url. */
export function seal(purpose: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The text that `seal` hid, or null for anything else. */
export function unseal(purpose: string, sealed: string): string | null {
  try {
    const bytes = Buffer.from(sealed, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, 12), {
      authTagLength: 16,
    })
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

const keys = new Map<string, Buffer>()

function keyFor(purpose: string): Buffer {
  const id = `${purpose} ${env().secret}`
  const known = keys.get(id)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', env().secret, 'lanyard', purpose, 32))
  keys.set(id, key)
  return key
}
