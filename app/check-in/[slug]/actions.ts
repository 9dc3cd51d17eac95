'use server'

import { notFound, redirect } from 'next/navigation'
import { deskPhotoInput, deskScanInput } from '@/lib/check-in/desk-input'
import { recordScans } from '@/lib/check-in/record-scans'
import { deskDevice } from '@/lib/check-in/schema'
import { now } from '@/lib/clock'
import { setPhotoPreference } from '@/lib/registrations/set-photo-preference'
import { openDoor } from './open-door'

/** One tap: comes in, is undone, is let in anyway, or adds to an answer what was seen and given. */
export async function recordTap(data: FormData): Promise<void> {
  const { slug, answer, ...scan } = read(deskScanInput, data)
  const { key } = await openDoor(slug)
  const [result] = await recordScans(key, { device: deskDevice, scans: [{ ...scan, at: now() }] })
  const onlyAdds = answer !== undefined && result?.outcome === 'already_arrived'
  showAnswer(slug, scan.point, onlyAdds ? answer : scan.id)
}

export async function answerAboutPhotos(data: FormData): Promise<void> {
  const { slug, point, answer, registrationId, photo } = read(deskPhotoInput, data)
  const { key } = await openDoor(slug)
  const noted = await setPhotoPreference(key, registrationId, photo)
  if (!noted.ok) notFound()
  showAnswer(slug, point, answer)
}

type Input<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false } }

/** The desk's forms hold no field that a person fills in: what does not parse came from elsewhere. */
function read<T>(input: Input<T>, data: FormData): T {
  const parsed = input.safeParse(Object.fromEntries(data))
  if (!parsed.success) notFound()
  return parsed.data
}

function showAnswer(slug: string, point: string, answer: string): never {
  redirect(`/check-in/${slug}?${new URLSearchParams({ point, answer })}`)
}
