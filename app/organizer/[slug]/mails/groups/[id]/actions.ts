'use server'

import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { pressRefusal } from '@/components/group-mails/group-mail-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { requireUser } from '@/lib/auth/require-user'
import { callOffGroupMail } from '@/lib/group-mails/call-off-group-mail'
import { dropDraft } from '@/lib/group-mails/drop-draft'
import { sendGroupMail } from '@/lib/group-mails/send-group-mail'
import { sendTest } from '@/lib/group-mails/send-test'
import { isId } from '@/lib/ids'
import { openDeskToAct } from '../../../open-desk'

/** Lets a message go, now or later; where it is not what was seen any more, the page shows what it is. */
export async function sendMessage(
  slug: string,
  id: string,
  _: FormState,
  data: FormData,
): Promise<FormState> {
  const key = await open(slug, id)
  const values = readValues(data)
  const one = (name: string) => values[name]?.[0] ?? ''
  const at = one('intent') === 'later' ? one('at') : null
  const sent = await sendGroupMail(key, id, { version: Number(one('version')), mark: one('mark'), at })
  const here = `/organizer/${slug}/mails/groups/${id}`
  if (sent.ok) redirect(here)
  if (sent.refusal === 'not_found') notFound()
  const words = pressRefusal(await getTranslations('groupMails'), sent.refusal)
  if (['unknown_time', 'past', 'too_far'].includes(sent.refusal))
    return { values, fieldErrors: { at: words } }
  redirect(`${here}?said=${sent.refusal}`)
}

export async function testMessage(slug: string, id: string): Promise<void> {
  const key = await open(slug, id)
  const user = await requireUser()
  const sent = await sendTest(key, id, { name: user.name ?? user.email, address: user.email })
  if (!sent.ok && sent.refusal === 'not_found') notFound()
  redirect(`/organizer/${slug}/mails/groups/${id}?said=${sent.ok ? 'tested' : sent.refusal}`)
}

export async function callOff(slug: string, id: string): Promise<void> {
  const key = await open(slug, id)
  const done = await callOffGroupMail(key, id)
  redirect(`/organizer/${slug}/mails/groups/${id}?said=${done.ok ? 'called_off' : 'too_late'}`)
}

export async function dropMessage(slug: string, id: string): Promise<void> {
  const key = await open(slug, id)
  const dropped = await dropDraft(key, id)
  if (!dropped.ok) notFound()
  redirect(`/organizer/${slug}/mails?done=dropped`)
}

async function open(slug: string, id: string) {
  const key = await openDeskToAct(slug, `/mails/groups/${id}`)
  return isId(id) ? key : notFound()
}
