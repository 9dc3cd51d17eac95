'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { accountRefusal } from '@/components/account/account-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { textOf } from '@/lib/action'
import { removeAuthenticator } from '@/lib/auth/remove-factor'
import { requireAccount } from '@/lib/auth/require-account'
import { pathAfterSignIn } from '@/lib/auth/rules'
import { confirmAuthenticator } from '@/lib/auth/set-up-authenticator'

export async function confirmApp(to: string | null, _: FormState, data: FormData): Promise<FormState> {
  const { key } = await requireAccount()
  const confirmed = await confirmAuthenticator(key, textOf(data, 'code'))
  if (confirmed.ok)
    redirect(`/account?said=app${to ? `&to=${encodeURIComponent(pathAfterSignIn(to))}` : ''}#second-factor`)
  if (confirmed.refusal === 'nothing_begun') redirect('/account?said=nothing_begun')
  const t = await getTranslations('account')
  return { values: {}, fieldErrors: { code: accountRefusal(t, confirmed.refusal) } }
}

export async function stopSetUp(): Promise<void> {
  await removeAuthenticator((await requireAccount()).key)
  redirect('/account')
}
