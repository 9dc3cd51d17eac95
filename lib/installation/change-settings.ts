import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import type { AdminKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { getSettings } from './queries'
import type { ChangeSettingsRefusal, Settings, SettingsWish } from './schema'

type Change = Partial<Omit<Settings, 'version'>>

/**
 * Changes what the wish names, one line of history for each thing that is different now. Who makes events stays with the
 * environment until somebody says otherwise here. Refused when somebody else saved since `version` was shown.
 */
export async function changeSettings(
  key: AdminKey,
  { version, ...wish }: SettingsWish,
): Promise<Result<{ isNew: boolean }, ChangeSettingsRefusal>> {
  const before = await getSettings()
  const change = differing(before, wish)
  if (Object.keys(change).length === 0) return ok({ isNew: false })
  return await db().$transaction(async (tx) => {
    await tx.installationSetting.createMany({ data: { id: 1 }, skipDuplicates: true })
    const { count } = await tx.installationSetting.updateMany({
      where: { id: 1, version },
      data: { ...change, version: { increment: 1 }, changedAt: now() },
    })
    if (count === 0) return refused('changed_meanwhile')
    await recordChange(tx, key, change)
    return ok({ isNew: true })
  })
}

const differing = (before: Settings, wish: Change): Change =>
  Object.fromEntries(
    Object.entries(wish).filter(
      ([name, value]) => value !== undefined && before[name as keyof Change] !== value,
    ),
  )

async function recordChange(tx: Transaction, { userId }: AdminKey, change: Change) {
  const deed = {
    eventId: null,
    actor: { kind: 'user', id: userId },
    subject: 'installation',
    subjectId: null,
  } as const
  const { eventCreators, isSecondFactorRequired, ...operator } = change
  if (eventCreators)
    await recordHistory(tx, { ...deed, act: 'set_event_creators', facts: { creators: eventCreators } })
  if (isSecondFactorRequired !== undefined)
    await recordHistory(tx, {
      ...deed,
      act: 'set_second_factor_rule',
      facts: { rule: isSecondFactorRequired ? 'required' : 'optional' },
    })
  if (Object.keys(operator).length > 0) await recordHistory(tx, { ...deed, act: 'changed_operator_words' })
}
