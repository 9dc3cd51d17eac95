import 'server-only'
import { randomInt } from 'node:crypto'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import { newId } from '../ids'
import type { OrganizerKey } from '../keys'
import { hashToken, newToken } from '../tokens'
import type { LinkInput } from './schema'

/** Makes a way to the door for phones without an account. Its token and its six digits are handed out here and never again. */
export async function makeLink(
  { eventId, userId }: OrganizerKey,
  input: LinkInput,
): Promise<{ id: string; token: string; pin: string }> {
  const made = { id: newId(), token: newToken(), pin: String(randomInt(1_000_000)).padStart(6, '0') }
  return await db().$transaction(async (tx) => {
    await tx.deviceLink.create({
      data: {
        ...{ id: made.id, eventId, madeById: userId, ...input },
        tokenHash: hashToken(made.token),
        pinHash: hashPin(made.token, made.pin),
      },
    })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'device_link_made',
      subject: 'device_link',
      subjectId: made.id,
      facts: { role: input.role },
    })
    return made
  })
}

/** The hash of a PIN alone would be one of a million. */
export const hashPin = (token: string, pin: string): string => hashToken(`${token} ${pin}`)
