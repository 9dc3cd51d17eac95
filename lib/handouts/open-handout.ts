import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import { ok, type Result, refused } from '../result'
import { openLinkOf, readLines } from './queries'
import type { HandoutLine } from './schema'

export type OpenedHandout = { slug: string; columns: string[]; lines: HandoutLine[] }

/**
 * Spends a link and answers the list behind it. Of two who press at once one gets it; whoever comes late, or holds a
 * link that never was, is refused alike.
 */
export async function openHandout(token: string): Promise<Result<OpenedHandout, 'opens_nothing'>> {
  return await db().$transaction(async (tx) => {
    const link = await tx.handoutLink.findFirst({
      where: openLinkOf(token),
      include: { handout: { include: { event: { select: { slug: true } } } } },
    })
    if (!link) return refused('opens_nothing')
    const { id, eventId, handoutId, handout } = link
    const { count } = await tx.handoutLink.updateMany({
      where: { id, usedAt: null, revokedAt: null },
      data: { usedAt: now() },
    })
    if (count === 0) return refused('opens_nothing')
    const lines = await readLines(tx, handoutId)
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'token', id },
      act: 'handout_opened',
      subject: 'handout',
      subjectId: handoutId,
      facts: { list: handout.list, rows: lines.length },
    })
    return ok({ slug: handout.event.slug, columns: handout.columns, lines })
  })
}
