import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import { env } from '../env'
import { recordHistory } from '../history/record'
import { newId } from '../ids'
import { tryUnder } from '../limits'
import { ok, type Result, refused } from '../result'
import { hashToken, newToken } from '../tokens'
import { isNameTaken, lockNames } from './lock-names'
import { hashPin } from './make-link'
import { linkState, pauseAfter } from './rules'
import type { LinkState, PairRefusal } from './schema'

type Paired = { slug: string; token: string; endsAt: Date }
type Try = { token: string; pin: string; name: string }

/**
 * Makes a device of a phone whose holder knows a link and its PIN; answers the token that its browser keeps. Wrong PINs
 * count twice: under the lock of the link, which then looks at none for a while (`pauseAfter`), and for the network
 * address they came from. Phones that are paired already notice nothing of either.
 */
export async function pairDevice(given: Try, network: string): Promise<Result<Paired, PairRefusal>> {
  const limit = ['pair-device', network, env().wrongCodesPerAddressPerHour, 3600] as const
  const tryOnce = () => db().$transaction((tx) => pair(tx, given))
  const isWrong = (answer: Result<Paired, PairRefusal>) => !answer.ok && answer.refusal === 'wrong_pin'
  const answer = await tryUnder(limit, tryOnce, (one) => Number(isWrong(one)))
  return answer ?? refused('too_many_tries')
}

async function pair(tx: Transaction, { token, pin, name }: Try): Promise<Result<Paired, PairRefusal>> {
  const tokenHash = hashToken(token)
  await tx.$queryRaw`SELECT id FROM device_link WHERE token_hash = ${tokenHash} FOR UPDATE`
  const link = await tx.deviceLink.findUnique({ where: { tokenHash }, include: { event: true } })
  const at = now()
  const closed = link ? refusalOf[linkState(link, at)] : 'link_over'
  if (!link || closed) return refused(closed ?? 'link_over')
  const { id: linkId, eventId, role, validUntil: endsAt } = link
  const wrongPins = hashPin(token, pin) === link.pinHash ? 0 : link.wrongPins + 1
  const pausedUntil = wrongPins > 0 ? pauseAfter(wrongPins, at) : null
  await tx.deviceLink.update({ where: { id: linkId }, data: { wrongPins, pausedUntil } })
  if (wrongPins > 0) return refused('wrong_pin')
  await lockNames(tx, eventId)
  if (await isNameTaken(tx, { eventId, name })) return refused('name_taken')
  const device = { id: newId(), token: newToken() }
  await tx.device.create({
    data: {
      ...{ id: device.id, eventId, linkId, name, role, endsAt, pairedAt: at, lastSeenAt: at },
      tokenHash: hashToken(device.token),
    },
  })
  await recordHistory(tx, {
    eventId,
    actor: { kind: 'device', id: device.id },
    act: 'device_paired',
    subject: 'device',
    subjectId: device.id,
    facts: { role },
  })
  return ok({ slug: link.event.slug, token: device.token, endsAt })
}

const refusalOf: Record<LinkState, PairRefusal | null> = {
  open: null,
  not_yet: 'not_yet',
  paused: 'too_many_tries',
  over: 'link_over',
  revoked: 'link_over',
}
