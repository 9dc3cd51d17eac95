'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/components/ui/form/form-state'
import { openStaffDoor } from '../open-door'
import { keepFood } from './keep-food'

export async function sayWhatIEat(slug: string, _before: FormState, data: FormData): Promise<FormState> {
  const { key } = await openStaffDoor(slug)
  const refusal = await keepFood(key, data)
  if (refusal) return refusal
  redirect(`/check-in/${slug}/meals?said=food`)
}
