'use server'

import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { handoutProblem, handoutRefusal } from '@/components/exports/handout-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { makeBlankBadges } from '@/lib/badges/make-blank-badges'
import { blanksInput } from '@/lib/badges/schema'
import { env } from '@/lib/env'
import { getEventFor } from '@/lib/events/queries'
import { freezeAccess } from '@/lib/exports/freeze-access'
import { freezeRooming } from '@/lib/exports/freeze-rooming'
import { eraseHandout } from '@/lib/handouts/erase-handout'
import { makeLink } from '@/lib/handouts/make-link'
import { type HandoutProblem, handoutInput, linkHours } from '@/lib/handouts/schema'
import { takeBackLink } from '@/lib/handouts/take-back-link'
import { isId } from '@/lib/ids'
import { openDeskToAct } from '../open-desk'

export async function freezeHere(slug: string, _before: FormState, data: FormData): Promise<FormState> {
  const key = await openDeskToAct(slug, '/exports/access')
  const t = await getTranslations('organizer.exports.handout')
  const values = readValues(data)
  const given = Object.fromEntries(Object.entries(values).map(([name, [first]]) => [name, first]))
  const read = handoutInput.safeParse({ purpose: '', recipient: '', eraseOn: '', ...given })
  if (!read.success) {
    const said = read.error.issues.flatMap(({ path: [field], message }) =>
      field === 'id' ? [] : [[String(field), handoutProblem(t, message as HandoutProblem)]],
    )
    return said.length > 0 ? { values, fieldErrors: Object.fromEntries(said) } : notFound()
  }
  const made = await freezeAccess(key, read.data, await getEventFor(key))
  if (!made.ok) {
    const said = handoutRefusal(t, made.refusal)
    const isAboutDay = made.refusal === 'erased_before_today' || made.refusal === 'kept_too_long'
    return isAboutDay
      ? { values, fieldErrors: { eraseOn: said } }
      : { values, fieldErrors: {}, formError: said }
  }
  redirect(`/organizer/${slug}/exports/access?said=frozen#${read.data.id}`)
}

export async function makeLinkHere(
  slug: string,
  id: string,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const key = await openDeskToAct(slug, '/exports/access')
  const t = await getTranslations('organizer.exports.handout')
  const { hours: [asked] = [] } = readValues(data)
  const hours = linkHours.find((one) => String(one) === asked) ?? linkHours[0]
  const made = isId(id) ? await makeLink(key, id, hours) : notFound()
  if (!made.ok) return { values: {}, fieldErrors: {}, formError: t('linkGone') }
  return { values: { link: [`${env().baseUrl}/lists/${made.value.token}`] }, fieldErrors: {} }
}

export async function takeLinkBack(slug: string, id: string): Promise<void> {
  const key = await openDeskToAct(slug, '/exports/access')
  const answer = isId(id) ? await takeBackLink(key, id) : notFound()
  if (!answer.ok && answer.refusal === 'unknown_link') notFound()
  redirect(`/organizer/${slug}/exports/access?said=${answer.ok ? 'takenBack' : 'used'}`)
}

export async function eraseHere(slug: string, id: string): Promise<void> {
  const key = await openDeskToAct(slug, '/exports/access')
  const answer = isId(id) ? await eraseHandout(key, id) : notFound()
  if (!answer.ok) notFound()
  redirect(`/organizer/${slug}/exports/access?said=erased`)
}

export async function handOverHere(slug: string, data: FormData): Promise<void> {
  const key = await openDeskToAct(slug, '/exports/rooming')
  const { id: [id = ''] = [], hotel: [hotelId = ''] = [], seen: [seen = ''] = [] } = readValues(data)
  if (!isId(id) || !isId(hotelId)) notFound()
  const answer = await freezeRooming(key, { id, hotelId, seen }, await getEventFor(key))
  if (!answer.ok && answer.refusal === 'unknown_hotel') notFound()
  redirect(`/organizer/${slug}/exports/rooming?said=${answer.ok ? 'handed' : 'changed'}`)
}

export async function makeBlanksHere(slug: string, data: FormData): Promise<void> {
  const key = await openDeskToAct(slug, '/exports')
  const read = blanksInput.safeParse(Object.fromEntries(data))
  if (!read.success) notFound()
  await makeBlankBadges(key, read.data.count)
  redirect(`/organizer/${slug}/exports#blanks`)
}
