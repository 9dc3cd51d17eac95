import 'server-only'
import type { Transaction } from '../db/client'
import { newId } from '../ids'

/** The account of an address, made if there is none; two callers at once get the same one. Answers its id. */
export async function ensureUser(
  tx: Transaction,
  email: string,
  name: string | null = null,
): Promise<string> {
  await tx.user.createMany({ data: { id: newId(), email, name }, skipDuplicates: true })
  const user = await tx.user.findUniqueOrThrow({ where: { email }, select: { id: true } })
  return user.id
}

/** A new account; null where the address has one already, which is then its owner's alone. Answers its id. */
export async function makeAccount(
  tx: Transaction,
  email: string,
  name: string | null,
): Promise<string | null> {
  const id = newId()
  const { count } = await tx.user.createMany({ data: { id, email, name }, skipDuplicates: true })
  return count === 1 ? id : null
}
