import 'server-only'
import { redirect } from 'next/navigation'
import type { AccountKey, StepKey } from '../keys'
import type { OpenSession } from './queries'
import { findSession } from './require-user'
import { owedPath, signInPath } from './rules'

/** The key to one's own account, also for who is to set up a second factor first: that is where it is done. */
export async function requireAccount(to = '/account'): Promise<{ key: AccountKey; session: OpenSession }> {
  const session = (await findSession()) ?? redirect(signInPath(to))
  if (session.owes === 'proof') redirect(owedPath('proof', to))
  return { key: { userId: session.id, sessionId: session.sessionId } as AccountKey, session }
}

/** The key to prove a second factor; whoever owes none goes on to `to`. */
export async function requireStep(to: string): Promise<StepKey> {
  const session = (await findSession()) ?? redirect(signInPath(to))
  if (session.owes !== 'proof') redirect(to)
  return { userId: session.id, sessionId: session.sessionId } as StepKey
}
