import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { db } from '../db/client'
import { env } from '../env'
import { log } from '../log'
import { newToken } from '../tokens'
import { hashingAdapter } from './hashing-adapter'
import { sessionCookie, sessionLifetime } from './session-cookie'

/** next-auth as this installation needs it; read when asked, for the secret is not known while building. */
export function authOptions(): NextAuthOptions {
  return {
    adapter: hashingAdapter(),
    secret: env().secret,
    session: {
      strategy: 'database',
      maxAge: sessionLifetime().most,
      generateSessionToken: newToken,
    },
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: providers(),
    callbacks: {
      // An address the provider does not vouch for could be claimed before its owner is invited.
      signIn: async ({ user, profile }) =>
        ('isAdmin' in user || (profile as OidcProfile | undefined)?.email_verified === true) &&
        !(await isLocked(user.email)),
    },
    logger: {
      error: (code) => log.error({ code }, 'signing in failed'),
      warn: (code) => log.warn({ code }, 'signing in'),
      debug: () => {},
    },
  }
}

// Whoever comes this way for the first time is no account yet, but the address may be one's.
const isLocked = async (email: string | null | undefined): Promise<boolean> =>
  (await db().user.count({ where: { email: (email ?? '').toLowerCase(), disabledAt: { not: null } } })) > 0

type OidcProfile = { sub: string; email?: string; email_verified?: boolean; name?: string }

/** The name of the provider's button is its address; null where no provider is set. */
export const providerName = (): string | null => (env().oidc ? new URL(env().oidc!.issuer).hostname : null)

function providers(): OAuthConfig<OidcProfile>[] {
  const { oidc } = env()
  if (!oidc) return []
  return [
    {
      id: 'oidc',
      name: 'OpenID Connect',
      type: 'oauth',
      wellKnown: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: oidc.clientId,
      clientSecret: oidc.clientSecret,
      authorization: { params: { scope: 'openid email profile' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      // Many providers put address and name only there (OpenID Connect Core, 5.4); it is asked with the token whose
      // signature was checked, and has to name the same person.
      userinfo: {
        request: async ({ client, tokens }) => {
          const read = tokens as Parameters<typeof client.userinfo>[0] & { claims: () => object }
          const hasMore = client.issuer.metadata.userinfo_endpoint !== undefined
          return { ...read.claims(), ...(hasMore && (await client.userinfo(read))) }
        },
      },
      // Whoever was invited has an account before they come; only addresses the provider vouches for get this far.
      allowDangerousEmailAccountLinking: true,
      // A `sub` names somebody only together with its issuer (OpenID Connect Core, 5.7).
      profile: ({ sub, email, name }) => ({
        id: `${oidc.issuer} ${sub}`,
        email: email?.toLowerCase(),
        name: name ?? null,
      }),
    },
  ]
}
