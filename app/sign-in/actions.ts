'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import type { FormState } from '@/components/ui/form/form-state'
import { textOf } from '@/lib/action'
import { endSession } from '@/lib/auth/end-session'
import { requestSignIn } from '@/lib/auth/request-sign-in'
import { sessionToken } from '@/lib/auth/require-user'
import { pathAfterSignIn } from '@/lib/auth/rules'
import { type RequestSignInRefusal, signInInput } from '@/lib/auth/schema'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { spendSignInLink } from '@/lib/auth/spend-sign-in-link'
import type { Language } from '@/lib/dates'
import { requestContext } from '@/lib/log'
import { holdSession } from './hold-session'

/** Asks for a link by mail; the page says the same whether or not the address is known. */
export async function askForLink(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations('auth')
  const typed = textOf(data, 'email')
  const values = { email: [typed] }
  const input = signInInput.safeParse({ email: typed })
  if (!input.success) return { values, fieldErrors: { email: t('form.notAnAddress') } }

  const to = pathAfterSignIn(textOf(data, 'to'))
  const network = requestContext.getStore()?.address ?? 'unknown'
  const asked = await requestSignIn(input.data, { network, language: (await getLocale()) as Language, to })
  const words = { too_many_tries: t('form.tooManyTries') } satisfies Record<RequestSignInRefusal, string>
  if (!asked.ok) return { values, fieldErrors: {}, formError: words[asked.refusal] }
  redirect('/sign-in?sent=1')
}

export async function openLink(data: FormData): Promise<void> {
  const spent = await spendSignInLink(textOf(data, 'token'))
  if (!spent.ok) redirect('/sign-in?link=spent')
  await holdSession(spent.value)
  redirect(pathAfterSignIn(textOf(data, 'to')))
}

export async function signOut(): Promise<void> {
  const token = await sessionToken()
  if (token) await endSession(token)
  const { name, options } = sessionCookie()
  const jar = await cookies()
  jar.set(name, '', { ...options, maxAge: 0 })
  redirect('/sign-in?left=1')
}
