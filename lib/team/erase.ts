import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { daysBefore, type OwnErasure } from '../erasure'
import { keptAfterItsEnd } from '../retention'

/** Whom one wanted in a team, after the link has ended. */
export const teamInvitationErasure: OwnErasure = {
  count: () => db().teamInvitation.count({ where: due() }),
  erase: async () => (await db().teamInvitation.deleteMany({ where: due() })).count,
}

const due = () => ({ expiresAt: { lt: daysBefore(now(), keptAfterItsEnd.invitations) } })
