import 'server-only'
import { db } from '../db/client'
import { type Actor, recordHistory } from '../history/record'
import { ensureUser } from './ensure-user'
import { linkLifetime, makeSignInToken } from './make-sign-in-token'

/**
 * Makes somebody an admin of the installation, with an account if they have none. Answers a sign-in token of 24 hours.
 * From the command line it asks for no second factor: it is the way back in for whoever lost theirs.
 */
export async function grantAdmin({ email, actor }: { email: string; actor: Actor }): Promise<string> {
  return await db().$transaction(async (tx) => {
    const userId = await ensureUser(tx, email)
    await tx.user.update({ where: { id: userId }, data: { isAdmin: true } })
    await recordHistory(tx, {
      eventId: null,
      actor,
      act: 'made_admin',
      subject: 'user',
      subjectId: userId,
    })
    return await makeSignInToken(tx, userId, linkLifetime.printed, actor.kind === 'command_line')
  })
}
