import 'server-only'
import { PrismaAdapter } from '@next-auth/prisma-adapter'
import type { Adapter, AdapterAccount, AdapterUser } from 'next-auth/adapters'
import { db } from '../db/client'
import { hashToken } from '../tokens'
import { keepSession } from './open-session'

/** next-auth's own adapter, made to forget: session tokens become SHA-256, the provider's tokens are dropped. */
export function hashingAdapter(): Adapter {
  const plain = PrismaAdapter(db() as never)
  return {
    ...plain,
    createUser: async ({ email, emailVerified, name, image }: Omit<AdapterUser, 'id'>) =>
      await db().user.create({
        data: { email: email.toLowerCase(), emailVerified, name: name ?? null, image: image ?? null },
      }),
    getUserByEmail: (email) => db().user.findUnique({ where: { email: email.toLowerCase() } }),
    updateUser: async ({ id, name, emailVerified }) =>
      await db().user.update({
        where: { id },
        data: { ...(name !== undefined && { name }), ...(emailVerified !== undefined && { emailVerified }) },
      }),
    linkAccount: async ({ userId, type, provider, providerAccountId }: AdapterAccount) => {
      await db().account.create({ data: { userId, type, provider, providerAccountId } })
    },
    createSession: async (session) => {
      const { sessionToken: token, userId, expires } = session
      await db().$transaction((tx) => keepSession(tx, { token, userId, expires }))
      return session
    },
    // To next-auth nobody is signed in: else whoever comes back from the provider would be tied to the account that
    // this browser was left in, and a session would outlive its limit by being asked for.
    getSessionAndUser: async () => null,
    updateSession: async () => null,
    deleteSession: async (sessionToken) => {
      await db().session.deleteMany({ where: { sessionToken: hashToken(sessionToken) } })
    },
  }
}
