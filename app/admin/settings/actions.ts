'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { adminRefusal, operatorProblem } from '@/components/admin/admin-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues, textOf } from '@/lib/action'
import { requireAdmin } from '@/lib/auth/require-admin'
import { changeSettings } from '@/lib/installation/change-settings'
import { getSettings } from '@/lib/installation/queries'
import { creatorsInput, factorRuleInput, operatorInput, versionInput } from '@/lib/installation/schema'
import type { AdminKey } from '@/lib/keys'

const here = '/admin/settings'

export async function saveCreators(_before: FormState, data: FormData): Promise<FormState> {
  const key = await requireAdmin(here)
  const read = creatorsInput.safeParse(textOf(data, 'eventCreators'))
  if (read.success) return await save(key, data, { eventCreators: read.data })
  const t = await getTranslations('admin.settings')
  return { values: readValues(data), fieldErrors: { eventCreators: t('chooseOne') } }
}

export async function saveFactorRule(data: FormData): Promise<void> {
  const key = await requireAdmin(here)
  const rule = factorRuleInput.safeParse(textOf(data, 'rule'))
  if (!rule.success) redirect(here)
  const isSecondFactorRequired = rule.data === 'required'
  const changed = await changeSettings(key, { version: versionOf(data), isSecondFactorRequired })
  redirect(`${here}?said=${changed.ok ? 'settings' : changed.refusal}`)
}

export async function saveOperator(_before: FormState, data: FormData): Promise<FormState> {
  const key = await requireAdmin(here)
  const values = readValues(data)
  const typed = (name: string) => values[name]?.[0] ?? ''
  const read = operatorInput.safeParse({
    operatorName: typed('operatorName'),
    contactEmail: typed('contactEmail'),
    legalNotice: typed('legalNotice'),
  })
  if (read.success) return await save(key, data, read.data)
  const t = await getTranslations('admin')
  const wrong = read.error.issues.map(({ path, message }) => [path[0], operatorProblem(t, message)])
  return { values, fieldErrors: Object.fromEntries(wrong) }
}

type Wish = Omit<Parameters<typeof changeSettings>[1], 'version'>

async function save(key: AdminKey, data: FormData, wish: Wish): Promise<FormState> {
  const changed = await changeSettings(key, { version: versionOf(data), ...wish })
  if (changed.ok) redirect(`${here}?said=settings`)
  const [t, { version }] = await Promise.all([getTranslations('admin'), getSettings()])
  // Whoever was told presses once more, and then means it.
  const values = { ...readValues(data), version: [String(version)] }
  return { values, fieldErrors: {}, formError: adminRefusal(t, changed.refusal) }
}

// Who sends no version has seen none, and is told so.
const versionOf = (data: FormData): number => versionInput.parse(textOf(data, 'version'))
