import { checkReadiness } from '@/lib/operations/health'

export async function GET() {
  const readiness = await checkReadiness()
  const status = readiness.status === 'ready' ? 200 : 503
  return Response.json(readiness, { status, headers: { 'cache-control': 'no-store' } })
}
