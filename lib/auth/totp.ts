import 'server-only'
import { Secret, TOTP } from 'otpauth'
import { now } from '../clock'
import { env } from '../env'
import { unseal } from '../tokens'

export const totpSeal = 'totp'

export const triesOfTotp = (): number => env().secondFactorTriesPerHour

type Factor = { userId: string; secret: string }

/**
 * The half minute that a typed code belongs to, this one or one beside it for clocks that are off (RFC 6238, 5.2);
 * null for any other text, and where the secret was sealed by an installation's secret that is gone.
 */
export function stepOfCode(factor: Factor, typed: string): number | null {
  const secret = readSecret(factor)
  const token = typed.normalize('NFKC').replace(/\s/g, '')
  if (!secret || !/^\d{6}$/.test(token)) return null
  const timestamp = now().getTime()
  const delta = totpOf(secret).validate({ token, timestamp, window: 1 })
  return delta === null ? null : TOTP.counter({ timestamp }) + delta
}

/** What an app has to learn: the secret in base 32, and the same as an address for its camera. */
export function teachable(factor: Factor, label: string): { secret: string; address: string } | null {
  const secret = readSecret(factor)
  return secret ? { secret, address: totpOf(secret, label).toString() } : null
}

// A secret that was moved to somebody else's row opens nothing there.
function readSecret({ userId, secret }: Factor): string | null {
  const [whose, found] = unseal(totpSeal, secret)?.split(' ') ?? []
  return whose === userId && found ? found : null
}

const totpOf = (secret: string, label = '') =>
  new TOTP({ issuer: `Lanyard ${new URL(env().baseUrl).hostname}`, label, secret: Secret.fromBase32(secret) })
