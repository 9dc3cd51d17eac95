'use server'

import type { FormState } from '@/components/ui/form/form-state'
import { takeRegistration } from '../take-registration'

export async function registerInFrame(slug: string, _before: FormState, data: FormData): Promise<FormState> {
  return await takeRegistration(slug, data, 'frame')
}
