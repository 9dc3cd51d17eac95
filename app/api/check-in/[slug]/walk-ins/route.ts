import { admitWalkIn } from '@/lib/check-in/admit-walk-in'
import type { WalkInResult } from '@/lib/check-in/schema'
import { type WalkInBatch, walkInBatchInput } from '@/lib/check-in/walk-in-input'
import type { CheckInKey } from '@/lib/keys'
import { readForm } from '@/lib/registrations/read-form'
import { answer, answerNot, doorRefusals, readDoorKey } from '../door-key'
import { readJson } from '../read-json'

type Context = { params: Promise<{ slug: string }> }

/** People who came unannounced, as devices kept them: each is registered and marked as arrived, or neither. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const access = await readDoorKey(request, (await params).slug)
  if (!access.ok) return answerNot(doorRefusals[access.refusal])
  if (access.value.rank === 'scan_only') return answerNot({ status: 403, message: 'This device only scans.' })
  const batch = await readJson(request, walkInBatchInput)
  if (!batch.ok) return answerNot(batch.problem)
  const results: WalkInResult[] = []
  for (const walkIn of batch.value.walkIns) results.push(await admit(access.value, batch.value, walkIn))
  return answer({ results })
}

async function admit(
  key: CheckInKey,
  { device, sentAt }: WalkInBatch,
  { id, at, point, agreed, language, force, reason, ...form }: WalkInBatch['walkIns'][number],
): Promise<WalkInResult> {
  const read = readForm(asValues({ ...form, presence: 'on_site', submissionId: id }))
  if (!read.ok)
    return { id, outcome: 'not_registered', reason: 'wrong_answers', fields: Object.keys(read.problems) }
  const how = { agreed: agreed ? 'on_paper' : 'not_given', language, isForced: force, reason } as const
  const admitted = await admitWalkIn(key, read.input, { ...how, id, at, sentAt, point, device })
  if (admitted.ok) return { ...admitted.value.result, registrationId: admitted.value.registrationId }
  const fields = admitted.problems && Object.keys(admitted.problems)
  return { id, outcome: 'not_registered', reason: admitted.refusal, ...(fields && { fields }) }
}

const asValues = (form: Record<string, string>) =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value]]))
