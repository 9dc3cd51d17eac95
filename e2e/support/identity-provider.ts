import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export type Claims = { sub: string; email?: string; email_verified?: boolean; name?: string }

export const oidcClient = { id: 'lanyard', secret: 'an invented one, long enough' }

/**
 * A real OpenID Connect provider on this machine (oidc-provider, which is certified), with one page: its button signs
 * in whoever `whoever` says, and comes back to `callback`.
 */
export async function openIdentityProvider(callback: string, whoever: () => Claims) {
  const server = http.createServer()
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const known = new Map<string, Claims>()
  const provider = new Provider(issuer, {
    clients: [{ client_id: oidcClient.id, client_secret: oidcClient.secret, redirect_uris: [callback] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: [randomUUID()] },
    jwks: { keys: [signingKey()] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ ...known.get(sub), sub }) }),
    // Who is asked for consent is no concern of this house.
    loadExistingGrant: async (context) => {
      const grant = new provider.Grant({
        clientId: context.oidc.client!.clientId,
        accountId: context.oidc.session!.accountId!,
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
    ttl: { AccessToken: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
  })
  const answer = provider.callback()
  server.on('request', async (request, response) => {
    if (!request.url!.startsWith('/interaction/')) return answer(request, response)
    if (request.method === 'GET') {
      response.setHeader('content-type', 'text/html')
      return response.end('<form method="post"><button>It is me</button></form>')
    }
    const claims = whoever()
    known.set(claims.sub, claims)
    await provider.interactionFinished(request, response, {
      login: { accountId: claims.sub, remember: false },
    })
  })
  return {
    issuer,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }
}
