import type { CheckInKey } from '../keys'
import type { Actor } from './record'

/** Who acts with a check-in key: a paired device, a program, or somebody who is signed in. */
export function doorActor({ deviceId, tokenId, userId }: CheckInKey): Actor {
  if (deviceId) return { kind: 'device', id: deviceId }
  return tokenId ? { kind: 'token', id: tokenId } : { kind: 'user', id: userId }
}
