import 'server-only'
import { PrismaAdapter } from '@next-auth/prisma-adapter'
import type { Adapter, AdapterAccount, AdapterSession, AdapterUser } from 'next-auth/adapters'
import { db } from '../db/client'
import { hashToken } from '../tokens'

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
      await db().session.create({ data: hashed(session) })
      return session
    },
    getSessionAndUser: async (sessionToken) => {
      const row = await db().session.findUnique({
        where: { sessionToken: hashToken(sessionToken) },
        include: { user: true },
      })
      if (!row || row.user.disabledAt) return null
      return { session: { sessionToken, userId: row.userId, expires: row.expires }, user: row.user }
    },
    updateSession: async ({ sessionToken, expires }) => {
      if (expires)
        await db().session.updateMany({
          where: { sessionToken: hashToken(sessionToken) },
          data: { expires },
        })
      return null
    },
    deleteSession: async (sessionToken) => {
      await db().session.deleteMany({ where: { sessionToken: hashToken(sessionToken) } })
    },
  }
}

const hashed = ({ sessionToken, userId, expires }: AdapterSession) => ({
  sessionToken: hashToken(sessionToken),
  userId,
  expires,
})
