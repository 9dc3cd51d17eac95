import { isIP } from 'node:net'
import { env } from '../env'

/** For whom passkeys are made: this installation's host. A browser takes none for a bare address, or without https. */
export function relyingParty(): { id: string; origin: string; mayHavePasskeys: boolean } {
  const { hostname, origin, protocol } = new URL(env().baseUrl)
  const isSafe = protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost')
  return { id: hostname, origin, mayHavePasskeys: isSafe && isIP(hostname.replace(/^\[|\]$/g, '')) === 0 }
}
