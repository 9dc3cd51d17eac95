import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import type { Language } from '../dates'
import { db } from '../db/client'
import { env } from '../env'
import { mayGoOn } from '../limits'
import { queueMail } from '../mail/queue-mail'
import { ok, type Result, refused } from '../result'
import { hashToken } from '../tokens'
import { linkLifetime, makeSignInToken } from './make-sign-in-token'
import type { RequestSignInRefusal, SignInInput } from './schema'

/** `network` is the address the request came from; `to` a path of ours to arrive at. */
type Context = { network: string; language: Language; to: string }

/**
 * Mails a link to whoever has an account under this address. The answer is the same for known and unknown
 * addresses, also in time; only too many tries from one network are refused.
 */
export async function requestSignIn(
  { email }: SignInInput,
  { network, language, to }: Context,
): Promise<Result<null, RequestSignInRefusal>> {
  const { signInPerAddressPerMinute, signInPerPersonPerHour } = env()
  if (!(await mayGoOn('sign_in_network', network, signInPerAddressPerMinute, 60)))
    return refused('too_many_tries')
  // Counted per person and network together: nobody elsewhere can use up a person's tries.
  const person = hashToken(`${email} ${network}`)
  const isPatient = await mayGoOn('sign_in_person', person, signInPerPersonPerHour, 3600)
  await Promise.all([pause(200), isPatient && mailLink(email, language, to)])
  return ok(null)
}

async function mailLink(email: string, language: Language, to: string): Promise<void> {
  const user = await db().user.findUnique({ where: { email } })
  if (!user || user.disabledAt) return
  await db().$transaction(async (tx) => {
    const token = await makeSignInToken(tx, user.id, linkLifetime.mailed)
    const addressee = { name: user.name ?? '', address: user.email, language }
    await queueMail(tx, { kind: 'sign_in', to: addressee, facts: { to }, token })
  })
}
