import { cookies } from 'next/headers'
import { deviceCookie } from '@/lib/auth/device-cookie'
import { noteSeen } from '@/lib/devices/note-seen'
import { seenInput } from '@/lib/devices/schema'
import { answer, answerNot, doorRefusals, doorToken, readDoorKey } from '../door-key'
import { readJson } from '../read-json'

type Context = { params: Promise<{ slug: string }> }

/**
 * A device says that it is there, and how many scans it has not sent yet; 401 tells it that it is out. Its cookie lasts as
 * long as it does, also where the event was moved meanwhile.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  const access = await readDoorKey(request, slug)
  if (!access.ok) return answerNot(doorRefusals[access.refusal])
  const seen = await readJson(request, seenInput)
  if (!seen.ok) return answerNot(seen.problem)
  const endsAt = await noteSeen(access.value, seen.value.queueLength)
  const { value, isSent } = await doorToken(request)
  const { name, options } = deviceCookie()
  if (endsAt && value && !isSent) (await cookies()).set(name, value, { ...options, expires: endsAt })
  return answer({})
}
