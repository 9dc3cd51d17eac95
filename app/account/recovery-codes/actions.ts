'use server'

import { redirect } from 'next/navigation'
import { makeRecoveryCodes } from '@/lib/auth/make-recovery-codes'
import { requireAccount } from '@/lib/auth/require-account'

export async function makeCodes(): Promise<string[]> {
  const made = await makeRecoveryCodes((await requireAccount('/account/recovery-codes')).key)
  return made.ok ? made.value.codes : redirect(`/account?said=${made.refusal}`)
}
