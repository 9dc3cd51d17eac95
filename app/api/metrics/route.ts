import { env } from '@/lib/env'
import { writeMetrics } from '@/lib/operations/write-metrics'
import { isSameSecret } from '@/lib/tokens'

/** For a Prometheus that knows the token; without one this door does not exist. */
export async function GET(request: Request) {
  const { metricsToken } = env()
  if (!metricsToken) return new Response('Not found\n', { status: 404 })
  const [, given = ''] = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? []
  if (!isSameSecret(given, metricsToken))
    return new Response('The bearer token is missing or wrong.\n', {
      status: 401,
      headers: { 'www-authenticate': 'Bearer' },
    })
  const headers = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(await writeMetrics(), { headers })
}
