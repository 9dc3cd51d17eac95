import 'server-only'
import { db } from '../db/client'
import type { AccountKey } from '../keys'

/** What one is called at the desk, in history and in mails from now on; null is the address. */
export async function renameAccount({ userId }: AccountKey, name: string | null): Promise<void> {
  await db().user.update({ where: { id: userId }, data: { name } })
}
