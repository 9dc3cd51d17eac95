'use server'

import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { type AccountRefusal, accountRefusal } from '@/components/account/account-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { textOf } from '@/lib/action'
import { addPasskey, beginPasskey } from '@/lib/auth/add-passkey'
import { dropEmailChange } from '@/lib/auth/answer-email-change'
import { askEmailChange } from '@/lib/auth/ask-email-change'
import { endOwnSession, signOutEverywhere } from '@/lib/auth/end-own-sessions'
import { removeAuthenticator, removePasskey } from '@/lib/auth/remove-factor'
import { renameAccount } from '@/lib/auth/rename-account'
import { requireAccount } from '@/lib/auth/require-account'
import { pathAfterSignIn } from '@/lib/auth/rules'
import { accountName, passkeyAnswer, passkeyName, signInInput } from '@/lib/auth/schema'
import { startAuthenticator } from '@/lib/auth/set-up-authenticator'
import type { Language } from '@/lib/dates'
import { isId } from '@/lib/ids'
import { refused } from '@/lib/result'

export async function saveName(_: FormState, data: FormData): Promise<FormState> {
  const { key } = await requireAccount()
  const name = accountName.safeParse(textOf(data, 'name'))
  if (!name.success) return wrong(data, 'name', (await getTranslations('account'))('name.wrong'))
  await renameAccount(key, name.data)
  redirect('/account?said=name')
}

export async function addressChange(_: FormState, data: FormData): Promise<FormState> {
  const { key } = await requireAccount()
  const t = await getTranslations('account')
  const read = signInInput.safeParse({ email: textOf(data, 'newEmail') })
  if (!read.success) return wrong(data, 'newEmail', t('address.notAnAddress'))
  const asked = await askEmailChange(key, read.data.email, (await getLocale()) as Language)
  if (!asked.ok) return wrong(data, 'newEmail', accountRefusal(t, asked.refusal))
  redirect('/account?said=asked')
}

export async function dropAddress(): Promise<void> {
  await dropEmailChange((await requireAccount()).key)
  redirect('/account?said=dropped')
}

export async function startApp(data: FormData): Promise<void> {
  const { key } = await requireAccount()
  const started = await startAuthenticator(key)
  if (!started.ok) say('app', started)
  const to = textOf(data, 'to')
  redirect(`/account/authenticator${to ? `?to=${encodeURIComponent(pathAfterSignIn(to))}` : ''}`)
}

export async function removeApp(): Promise<void> {
  say('app_removed', await removeAuthenticator((await requireAccount()).key))
}

export async function askPasskeyToAdd() {
  return await beginPasskey((await requireAccount()).key)
}

export async function keepPasskey(to: string | null, _: FormState, data: FormData): Promise<FormState> {
  const { key } = await requireAccount()
  const [name, answer] = [
    passkeyName.safeParse(textOf(data, 'name')),
    passkeyAnswer.safeParse(textOf(data, 'answer')),
  ]
  const isReadable = name.success && answer.success
  const added = isReadable ? await addPasskey(key, name.data, answer.data) : refused('unreadable' as const)
  if (added.ok) redirect(`/account?said=passkey${to ? `&to=${encodeURIComponent(pathAfterSignIn(to))}` : ''}`)
  const t = await getTranslations('account')
  return { values: {}, fieldErrors: {}, formError: accountRefusal(t, added.refusal) }
}

export async function removeThisPasskey(id: string): Promise<void> {
  const { key } = await requireAccount()
  say('passkey_removed', isId(id) ? await removePasskey(key, id) : refused('gone_already'))
}

export async function endThisSession(id: string): Promise<void> {
  const { key } = await requireAccount()
  say('ended', isId(id) ? await endOwnSession(key, id) : refused('unknown_session'))
}

export async function endEverySession(): Promise<void> {
  await signOutEverywhere((await requireAccount()).key)
  redirect('/sign-in?left=1')
}

function say(done: string, answer: { ok: true } | { ok: false; refusal: AccountRefusal }): never {
  redirect(`/account?said=${answer.ok ? done : answer.refusal}`)
}

const wrong = (data: FormData, field: string, sentence: string): FormState => ({
  values: { [field]: [textOf(data, field)] },
  fieldErrors: { [field]: sentence },
})
