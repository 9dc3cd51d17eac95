import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { ensureUser } from './ensure-user'
import { linkLifetime, makeSignInToken, signInLink } from './make-sign-in-token'

/** What the account is called that the first start makes; no mail reaches it. */
export const firstAdmin = 'admin@localhost'

/**
 * A one-time link of 24 hours for the admin of a new installation, in place of the ones before it; null once any admin
 * has signed in.
 */
export async function makeAdminSignInLink(baseUrl: string): Promise<string | null> {
  const used = await db().accessToken.count({
    where: { purpose: 'sign_in', usedAt: { not: null }, user: { isAdmin: true } },
  })
  const present = await db().session.count({ where: { user: { isAdmin: true } } })
  // Sessions and used links are forgotten in time, and a backup has none: that somebody came is kept at the account.
  const came = await db().user.count({
    where: {
      OR: [
        { isAdmin: true, emailVerified: { not: null } },
        { email: firstAdmin, isAdmin: false },
      ],
    },
  })
  if (used + present + came > 0) return null
  return await db().$transaction(async (tx) => {
    const id = await ensureUser(tx, firstAdmin, 'Admin')
    await tx.user.update({ where: { id }, data: { isAdmin: true } })
    await tx.accessToken.updateMany({
      where: { userId: id, purpose: 'sign_in', usedAt: null, revokedAt: null },
      data: { revokedAt: now() },
    })
    return signInLink(baseUrl, await makeSignInToken(tx, id, linkLifetime.printed))
  })
}
