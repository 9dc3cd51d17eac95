import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { hashPin } from '@/lib/devices/make-link'
import { newId } from '@/lib/ids'
import type { CheckInKey } from '@/lib/keys'
import { hashToken, newToken } from '@/lib/tokens'

const day = 86_400_000

type LinkOverrides = Partial<Prisma.DeviceLinkUncheckedCreateInput> & { pin?: string; token?: string }

/** A way to an event's door that pairs phones since yesterday, and what its holders were given. */
export async function makeDeviceLink(event: { id: string }, overrides: LinkOverrides = {}) {
  const { pin = '204816', token = newToken(), ...rest } = overrides
  const [validFrom, validUntil] = [new Date(Date.now() - day), new Date(Date.now() + day)]
  const link = await db().deviceLink.create({
    data: {
      ...{ id: newId(), eventId: event.id, name: 'Main door', role: 'scan_only', validFrom, validUntil },
      ...{ tokenHash: hashToken(token), pinHash: hashPin(token, pin) },
      ...rest,
    },
  })
  return { ...link, token, pin }
}

/** A phone that is paired, the key it holds, and the token of its cookie. */
export async function makeDevice(
  event: { id: string },
  { linkId, ...overrides }: Partial<Prisma.DeviceUncheckedCreateInput> = {},
) {
  const role = overrides.role ?? 'scan_only'
  const token = newToken()
  const device = await db().device.create({
    data: {
      ...{
        id: newId(),
        eventId: event.id,
        name: `Phone ${newId().slice(-6)}`,
        role,
        tokenHash: hashToken(token),
      },
      ...{ pairedAt: new Date(), endsAt: new Date(Date.now() + day) },
      ...overrides,
      linkId: linkId ?? (await makeDeviceLink(event, { role })).id,
    },
  })
  const whose = { userId: null, tokenId: null, deviceId: device.id, deviceName: device.name }
  return { ...device, token, key: { eventId: event.id, ...whose, rank: role } as CheckInKey }
}
