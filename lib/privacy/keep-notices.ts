import 'server-only'
import { createHash } from 'node:crypto'
import { now } from '../clock'
import { db } from '../db/client'
import { languages } from '../languages'
import { getOfferFor } from '../registrations/queries'
import { composeNotice } from './rules'
import type { NoticeText } from './schema'

const known = new Map<string, string>()

/**
 * Keeps what every published event tells people about their data, word by word, whenever that has become different: by
 * its organizers, by its dates or by this software. The event's version is raised in the same transaction, and names
 * the text under which consents are given from then on. Answers how many are new. Safe to repeat, in any number of
 * processes.
 */
export async function keepNotices(): Promise<number> {
  const events = await db().event.findMany({
    where: { status: { not: 'draft' }, endsAt: { gt: new Date(now().getTime() - 365 * 86_400_000) } },
    select: { id: true, revision: true, privacyVersion: true },
  })
  let fresh = 0
  for (const { id, revision, privacyVersion } of events) {
    const state = `${revision} ${privacyVersion}`
    if (known.get(id) === state) continue
    if (await keepNotice(id)) fresh++
    known.set(id, state)
  }
  return fresh
}

async function keepNotice(eventId: string): Promise<boolean> {
  const offer = await getOfferFor({ eventId })
  const texts = Object.fromEntries(languages.map(({ code }) => [code, composeNotice(offer, code)]))
  const digest = createHash('sha256').update(JSON.stringify(texts)).digest('hex')
  return await db().$transaction(async (tx) => {
    const [event] = await tx.$queryRaw<{ version: number }[]>`
      SELECT privacy_version AS version FROM event WHERE id = ${eventId}::uuid FOR UPDATE`
    if (!event) return false
    const last = await tx.privacyNotice.findFirst({ where: { eventId }, orderBy: { version: 'desc' } })
    const isKnown = last?.digest === digest
    const version = isKnown ? last.version : Math.max(event.version, (last?.version ?? 0) + 1)
    if (!isKnown)
      await tx.privacyNotice.create({
        data: { eventId, version, texts: texts as Record<string, NoticeText>, digest, madeAt: now() },
      })
    if (version === event.version) return !isKnown
    await tx.$executeRaw`SELECT set_config('lanyard.notice', 'on', true)`
    await tx.$executeRaw`UPDATE event SET privacy_version = ${version} WHERE id = ${eventId}::uuid`
    return !isKnown
  })
}
