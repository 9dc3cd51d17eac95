import { findAtTheDoor } from '@/lib/check-in/queries'
import { doorSearchInput } from '@/lib/check-in/schema'
import { answer, answerNot, doorRefusals, readDoorKey } from '../door-key'
import { readJson } from '../read-json'

type Context = { params: Promise<{ slug: string }> }

/** At most ten people by two letters or more of a name, an organisation or a code. A device that only scans may not. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const access = await readDoorKey(request, (await params).slug)
  if (!access.ok) return answerNot(doorRefusals[access.refusal])
  if (access.value.rank === 'scan_only') return answerNot({ status: 403, message: 'This device only scans.' })
  const asked = await readJson(request, doorSearchInput)
  if (!asked.ok) return answerNot(asked.problem)
  const { text, point } = asked.value
  return answer({ people: await findAtTheDoor(access.value, point, text) })
}
