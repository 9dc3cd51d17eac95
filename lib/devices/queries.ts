import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import type { OrganizerKey } from '../keys'
import { hashToken } from '../tokens'
import { deviceState, firstFreeLetter, linkState } from './rules'
import type { LinkRow, PublicLink } from './schema'

/** Every link of the event with the phones that came by it, the latest link first. */
export async function listLinks(key: OrganizerKey): Promise<LinkRow[]> {
  const rows = await db().deviceLink.findMany({
    where: { eventId: key.eventId },
    orderBy: { id: 'desc' },
    include: { madeBy: true, devices: { orderBy: { id: 'asc' } } },
  })
  const at = now()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    state: linkState(row, at),
    madeBy: row.madeBy && (row.madeBy.name ?? row.madeBy.email),
    wrongPins: row.wrongPins,
    pausedUntil: row.pausedUntil,
    devices: row.devices.map((device) => ({
      id: device.id,
      name: device.name,
      role: device.role,
      state: deviceState(device, at),
      lastSeenAt: device.lastSeenAt ?? device.pairedAt,
      queueLength: device.queueLength,
    })),
  }))
}

/** Public: what a link leads to, for whoever holds it; null for those that never were, are over or were taken back. */
export async function findPublicLink(token: string): Promise<PublicLink | null> {
  const link = await db().deviceLink.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { event: { select: { title: true, timezone: true, accent: true } } },
  })
  const state = link && linkState(link, now())
  if (!link || state === 'over' || state === 'revoked') return null
  const { event, eventId, role, validFrom, validUntil } = link
  const devices = await db().device.findMany({ where: { eventId }, select: { name: true } })
  const letter = firstFreeLetter(devices.map(({ name }) => name))
  return { event, role, validFrom, validUntil, isOpen: state !== 'not_yet', letter }
}
