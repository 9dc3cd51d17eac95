import { z } from 'zod'
import { fitsEvent } from './rules'

export const deviceRoles = ['scan_only', 'supervisor'] as const
export type DeviceRole = (typeof deviceRoles)[number]

const name = (most: number) =>
  z
    .string()
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().min(1).max(most))

/** What a phone is called, at the desk and beside its scans. */
export const deviceName = name(40)

/** What a link for phones is made of, at an event that ends then; instants are what the organizer's own zone said. */
export const linkInput = (event: { endsAt: Date }, now: Date) =>
  z
    .object({ name: name(80), role: z.enum(deviceRoles), validFrom: z.date(), validUntil: z.date() })
    .superRefine((span, { addIssue }) => {
      for (const path of fitsEvent(span, event, now)) addIssue({ code: 'custom', path: [path] })
    })
export type LinkInput = z.output<ReturnType<typeof linkInput>>

export const pinInput = z.string().transform((text) => text.replace(/\D/g, ''))

/** What a phone says of itself: how many scans it has kept and not sent yet. */
export const seenInput = z.strictObject({ queueLength: z.int().min(0).max(100_000) })

export type PairRefusal = 'link_over' | 'not_yet' | 'too_many_tries' | 'wrong_pin' | 'name_taken'
export type RenameRefusal = 'unknown_device' | 'name_taken'
export type PhoneRefusal = RenameRefusal | 'not_a_name'
export type LinkRefusal = 'unknown_link'

/** What a link leads to; `isOpen` is false before `validFrom`. */
export type PublicLink = {
  event: { title: string; timezone: string; accent: string | null }
  role: DeviceRole
  validFrom: Date
  validUntil: Date
  isOpen: boolean
  /** The first letter that no phone of the event is called by yet. */
  letter: string
}

export type LinkRow = {
  id: string
  name: string
  role: DeviceRole
  validFrom: Date
  validUntil: Date
  state: LinkState
  madeBy: string | null
  wrongPins: number
  pausedUntil: Date | null
  devices: DeviceRow[]
}
export type LinkState = 'open' | 'not_yet' | 'paused' | 'over' | 'revoked'

export type DeviceRow = {
  id: string
  name: string
  role: DeviceRole
  state: 'paired' | 'over' | 'revoked'
  lastSeenAt: Date
  queueLength: number
}
