import { listNews, readCursor } from '@/lib/check-in/list-news'
import { answer, answerNot, doorRefusals, noCursor, readDoorKey } from '../door-key'

type Context = { params: Promise<{ slug: string }> }

/** What is new since a cursor of a snapshot or of the last answer (`DoorNews`), for whom `live` does not reach. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const access = await readDoorKey(request, (await params).slug)
  if (!access.ok) return answerNot(doorRefusals[access.refusal])
  const cursor = readCursor(new URL(request.url).searchParams.get('since'))
  if (!cursor) return answerNot(noCursor)
  return answer(await listNews(access.value.eventId, cursor))
}
