import 'server-only'
import { notFound } from 'next/navigation'
import { findStanding } from './find-standing'
import type { Standing } from './queries'
import { requireUser } from './require-user'

/** Somebody signed in who belongs to the event's team or runs the installation; for others there is nothing here. */
export async function requireStanding(eventId: string, to?: string): Promise<Standing> {
  const standing = await findStanding(eventId)
  if (!standing) await requireUser(to)
  return standing?.isAdmin || standing?.role ? standing : notFound()
}
