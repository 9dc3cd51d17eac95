import { takeSnapshot } from '@/lib/check-in/take-snapshot'
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
  // Next takes a content-encoding of ours off the answer: lib/operations/send-squeezed.ts does it.
  return new Response(json, { headers: { ...headers, 'content-type': 'application/json' } })
}
