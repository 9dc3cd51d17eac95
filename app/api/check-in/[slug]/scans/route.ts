import { recordScans } from '@/lib/check-in/record-scans'
import { recordScansWithToken } from '@/lib/check-in/record-scans-with-token'
import { scanBatchInput } from '@/lib/check-in/schema'
import { answer, answerNot, doorRefusals, doorToken, readDoorKey } from '../door-key'
import { readJson } from '../read-json'

type Context = { params: Promise<{ slug: string }> }

/** Arrivals as devices report them: see "The door" in the product's words. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  const batch = await readJson(request.clone(), scanBatchInput)
  const token = await doorToken(request)
  if (batch.ok && token.value) {
    const recorded = await recordScansWithToken(slug, token.value, batch.value)
    if (recorded.ok) return answer({ results: recorded.value })
  }
  // Whether somebody may speak comes before what is wrong with what they say.
  const access = await readDoorKey(request, slug)
  if (!access.ok) return answerNot(doorRefusals[access.refusal])
  if (!batch.ok) return answerNot(batch.problem)
  return answer({ results: await recordScans(access.value, batch.value) })
}
