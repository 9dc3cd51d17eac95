import { checkReadiness } from '@/lib/operations/health'

export async function GET() {
  const readiness = await checkReadiness()
  const status = readiness.status === 'not_ready' ? 503 : 200
  return Response.json(readiness, { status, headers: { 'cache-control': 'no-store' } })
}
