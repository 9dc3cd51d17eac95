import { squeeze, takeSnapshot } from '@/lib/check-in/take-snapshot'
import { answerNot, doorRefusals, readDoorKey } from '../door-key'

type Context = { params: Promise<{ slug: string }> }

/** What a device holds to go on without network (`Snapshot`); whoever holds the newest already is told so. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const access = await readDoorKey(request, (await params).slug)
  if (!access.ok) return answerNot(doorRefusals[access.refusal])
  const { json, tag } = await takeSnapshot(access.value)
  // Weak: whoever compresses it on the way changes the bytes.
  const headers = { 'cache-control': 'no-store', etag: `W/"${tag}"` }
  const known = request.headers.get('if-none-match') ?? ''
  if (known.includes(`"${tag}"`)) return new Response(null, { status: 304, headers })
  const whole = { ...headers, 'content-type': 'application/json', vary: 'accept-encoding' }
  if (!/\bbr\b/.test(request.headers.get('accept-encoding') ?? ''))
    return new Response(json, { headers: whole })
  const squeezed = new Uint8Array(await squeeze(json))
  return new Response(squeezed, { headers: { ...whole, 'content-encoding': 'br' } })
}
