import { z } from 'zod'

export const eventCreators = ['admins', 'owners', 'organizers'] as const
export type EventCreators = (typeof eventCreators)[number]

export const creatorsInput = z.enum(eventCreators)
export const factorRuleInput = z.enum(['required', 'optional'])
/** What a form saw; anything else is older than every change. */
export const versionInput = z.coerce.number().int().min(0).max(2_000_000_000).catch(-1)

/** How the house is run. `version` tells whoever saves that somebody else was faster. */
export type Settings = {
  version: number
  eventCreators: EventCreators
  isSecondFactorRequired: boolean
  operatorName: string | null
  contactEmail: string | null
  legalNotice: string | null
}

export const operatorLimits = { operatorName: 200, contactEmail: 254, legalNotice: 5_000 } as const

export type OperatorProblem = 'too_long' | 'unreadable' | 'not_an_address'

const spoken = (max: number, unprintable: RegExp) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .refine((text) => text.length <= max, 'too_long' satisfies OperatorProblem)
    .refine((text) => !unprintable.test(text), 'unreadable' satisfies OperatorProblem)
    .transform((text) => text || null)

/** Who runs the house, as everybody reads it; empty is not said. */
export const operatorInput = z.object({
  operatorName: spoken(operatorLimits.operatorName, /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u),
  contactEmail: z
    .string()
    .transform((text) => text.normalize('NFKC').trim())
    .refine(
      (text) => text === '' || z.email().max(operatorLimits.contactEmail).safeParse(text).success,
      'not_an_address' satisfies OperatorProblem,
    )
    .transform((text) => text || null),
  legalNotice: spoken(operatorLimits.legalNotice, /(?!\n)[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u),
})

/** What is to change; whatever is left out stays. */
export type SettingsWish = { version: number } & Partial<Omit<Settings, 'version'>>

export type ChangeSettingsRefusal = 'changed_meanwhile'
