import 'server-only'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { isNameTaken, lockNames } from './lock-names'
import type { RenameRefusal } from './schema'

/** Calls a phone something else from now on; its scans keep what it was called when it made them. */
export async function renameDevice(
  { eventId, userId }: OrganizerKey,
  id: string,
  name: string,
): Promise<Result<{ isNew: boolean }, RenameRefusal>> {
  return await db().$transaction(async (tx) => {
    await lockNames(tx, eventId)
    const device = await tx.device.findUnique({ where: { id, eventId } })
    if (!device) return refused('unknown_device')
    if (device.name === name) return ok({ isNew: false })
    if (await isNameTaken(tx, { eventId, name, exceptId: id })) return refused('name_taken')
    await tx.device.update({ where: { id }, data: { name } })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'device_renamed',
      subject: 'device',
      subjectId: id,
    })
    return ok({ isNew: true })
  })
}
