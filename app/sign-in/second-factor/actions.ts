'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { clientAddress } from '@/app/client-address'
import { accountRefusal } from '@/components/account/account-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { textOf } from '@/lib/action'
import { proveByCode } from '@/lib/auth/prove-by-code'
import { askForPasskey, proveByPasskey } from '@/lib/auth/prove-by-passkey'
import { proveByRecoveryCode } from '@/lib/auth/prove-by-recovery-code'
import { requireStep } from '@/lib/auth/require-account'
import { pathAfterSignIn } from '@/lib/auth/rules'
import { passkeyAnswer } from '@/lib/auth/schema'
import { refused } from '@/lib/result'

export async function proveWithCode(wanted: string, _: FormState, data: FormData): Promise<FormState> {
  const to = pathAfterSignIn(wanted)
  const proved = await proveByCode(await requireStep(to), textOf(data, 'code'), await clientAddress())
  if (proved.ok) redirect(to)
  const t = await getTranslations('account')
  return { values: {}, fieldErrors: { code: accountRefusal(t, proved.refusal) } }
}

export async function proveWithPaper(wanted: string, _: FormState, data: FormData): Promise<FormState> {
  const to = pathAfterSignIn(wanted)
  const code = textOf(data, 'recovery')
  const proved = await proveByRecoveryCode(await requireStep(to), code, await clientAddress())
  if (proved.ok) redirect(to)
  const t = await getTranslations('account')
  return { values: {}, fieldErrors: { recovery: accountRefusal(t, proved.refusal) } }
}

export async function askPasskeyToProve() {
  return await askForPasskey(await requireStep('/organizer'))
}

export async function proveWithPasskey(wanted: string, _: FormState, data: FormData): Promise<FormState> {
  const to = pathAfterSignIn(wanted)
  const key = await requireStep(to)
  const answer = passkeyAnswer.safeParse(textOf(data, 'answer'))
  const proved = answer.success ? await proveByPasskey(key, answer.data) : refused('unreadable' as const)
  if (proved.ok) redirect(to)
  const t = await getTranslations('account')
  return { values: {}, fieldErrors: {}, formError: accountRefusal(t, proved.refusal) }
}
