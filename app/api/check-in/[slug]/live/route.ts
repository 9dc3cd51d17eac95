import { readCursor } from '@/lib/check-in/list-news'
import { answerNot, doorRefusals, noCursor, readDoorKey } from '../door-key'
import { openStream } from './open-stream'

type Context = { params: Promise<{ slug: string }> }

/**
 * What happens at the door as it happens: server-sent events (the HTML standard's) of `DoorNews`, first those since the
 * cursor. `?only=cursor` sends the cursors alone, for a page that asks for its figures itself. The event `over` says
 * that the key opens nothing any more.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const access = await readDoorKey(request, (await params).slug)
  if (!access.ok) return answerNot(doorRefusals[access.refusal])
  const asked = new URL(request.url).searchParams
  const since = readCursor(request.headers.get('last-event-id')) ?? readCursor(asked.get('since'))
  const isOnlyCursor = asked.get('only') === 'cursor'
  if (!since && !isOnlyCursor) return answerNot(noCursor)
  const stream = openStream(access.value, { since, isOnlyCursor })
  if (!stream) return answerNot({ status: 503, message: 'Too many devices listen here. Ask "arrivals".' })
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // What is compressed on the way is kept back until there is enough of it.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}
