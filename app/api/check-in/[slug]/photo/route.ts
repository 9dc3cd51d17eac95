import { announceArrivals } from '@/lib/check-in/announce-arrivals'
import { byOurClock } from '@/lib/check-in/rules'
import { doorPhotoInput } from '@/lib/check-in/schema'
import { now } from '@/lib/clock'
import { setPhotoPreference } from '@/lib/registrations/set-photo-preference'
import { answer, answerNot, doorRefusals, readDoorKey } from '../door-key'
import { readJson } from '../read-json'

type Context = { params: Promise<{ slug: string }> }

/** What somebody says at the door about photos; the other devices hear of it. The answer is what stands there now. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const access = await readDoorKey(request, (await params).slug)
  if (!access.ok) return answerNot(doorRefusals[access.refusal])
  const said = await readJson(request, doorPhotoInput)
  if (!said.ok) return answerNot(said.problem)
  const { registrationId, photo, at = now(), sentAt } = said.value
  const saidAt = new Date(Math.min(byOurClock(at, sentAt, now()).getTime(), now().getTime()))
  const noted = await setPhotoPreference(access.value, registrationId, photo, saidAt)
  if (!noted.ok) return answerNot({ status: 404, message: 'There is no such person here.' })
  announceArrivals(access.value.eventId)
  return answer({ photo: noted.value })
}
