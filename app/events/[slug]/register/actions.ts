'use server'

import type { FormState } from '@/components/ui/form/form-state'
import { takeRegistration } from '../take-registration'
import { takeTransfer } from './take-transfer'

export async function registerHere(slug: string, _before: FormState, data: FormData): Promise<FormState> {
  return await takeRegistration(slug, data, 'page')
}

/** The same form behind the link of somebody who passes their place on. */
export async function takeOverHere(slug: string, _before: FormState, data: FormData): Promise<FormState> {
  return await takeTransfer(slug, data)
}
