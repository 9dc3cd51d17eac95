import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'

export type Claims = { sub: string; email?: string; email_verified?: boolean; name?: string }

/** A real OpenID Connect provider on this machine at which everybody has signed in as `whoever` says. */
export async function openIdentityProvider(whoever: () => Claims) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }]
  const nonces = new Map<string, string>()
  const server = http.createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url!, issuer)
    if (pathname === '/authorize') {
      const code = randomUUID()
      nonces.set(code, searchParams.get('nonce')!)
      const back = new URLSearchParams({ code, state: searchParams.get('state')! })
      response.writeHead(302, { location: `${searchParams.get('redirect_uri')}?${back}` }).end()
      return
    }
    const answers: Record<string, () => Promise<object>> = {
      '/.well-known/openid-configuration': async () => discovery(issuer),
      '/keys': async () => ({ keys }),
      '/token': async () => token(new URLSearchParams(await textOf(request)).get('code')!),
    }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(await answers[pathname]!()))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { issuer, close: () => server.close() }

  async function token(code: string) {
    const seconds = Math.floor(Date.now() / 1000)
    const times = { iat: seconds, exp: seconds + 60 }
    const claims = { iss: issuer, aud: 'lanyard', nonce: nonces.get(code), ...times, ...whoever() }
    const text = `${encoded({ alg: 'RS256', kid: 'one' })}.${encoded(claims)}`
    const signature = sign('sha256', Buffer.from(text), privateKey).toString('base64url')
    return { access_token: 'access', token_type: 'Bearer', id_token: `${text}.${signature}` }
  }
}

const discovery = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
})

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')

async function textOf(request: http.IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}
