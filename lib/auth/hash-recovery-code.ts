import 'server-only'
import { scrypt } from 'node:crypto'
import { promisify } from 'node:util'

const stretched = promisify<string, string, number, Buffer>(scrypt)

/**
 * A recovery code as it is stored. It is short enough to be written down (58 bits), so guessing it from a stolen
 * database is made slow, and salted with its owner.
 */
export const hashRecoveryCode = async (userId: string, code: string): Promise<string> =>
  (await stretched(code, userId, 32)).toString('base64url')
