import 'server-only'
import { mayGoOn, networkOf } from '../limits'
import { triesOfTotp } from './totp'

/**
 * Whether one more code of this person may be looked at, from where it comes. Whoever guesses closes the way for their
 * own network; only guesses from many networks together close it for everybody, and passkeys stay open even then.
 */
export async function mayProve(way: 'totp' | 'recovery', userId: string, network: string): Promise<boolean> {
  const here = `${userId} ${networkOf(network)}`
  if (!(await mayGoOn(way, here, triesOfTotp(), 3600))) return false
  return await mayGoOn(`${way}_anywhere`, userId, triesOfTotp() * networksOfOnePerson, 3600)
}

const networksOfOnePerson = 10
