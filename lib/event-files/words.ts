import { z } from 'zod'
import { isOrigin } from '../events/rules'

/** Characters no screen shows and PostgreSQL may not keep; line breaks and tabs are welcome. */
const unprintable = /(?![\n\t])[\p{Cc}\p{Cs}]/u
const isPrintable = (value: string) => !unprintable.test(value)

export const line = (max = 300) =>
  z
    .string()
    .overwrite((value) => value.replace(/\s+/g, ' ').trim())
    .min(1)
    .max(max)
    .refine(isPrintable, 'unprintable')
export const prose = (max = 5_000) =>
  z
    .string()
    .overwrite((value) => value.replace(/\r\n?/g, '\n').trim())
    .min(1)
    .max(max)
    .refine(isPrintable, 'unprintable')

const keyPattern = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/
export const key = z.string().max(80).regex(keyPattern)
export const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .refine((value) => value !== 'new', 'slug_is_new')
export const address = z.url({ protocol: /^https?$/ }).max(2_000)
/** A site as a whole; the slash and the capital letters people type with it are taken away. */
export const site = z
  .url({ protocol: /^https?$/, abort: true })
  .max(2_000)
  .overwrite((value) => (isBare(value) ? new URL(value).origin : value))
  .refine(isOrigin, 'not_a_site')
export const email = z
  .string()
  .overwrite((value) => value.normalize('NFKC').trim())
  .max(254)
  .pipe(z.email())
/** Of our calendar: years before 1000 are slips of the keyboard, and the first one is none to PostgreSQL. */
export const time = z.string().regex(/^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?$/)
export const date = z.iso.date().refine((day) => day >= '1000', 'not_date')
export const count = z.int().min(0).max(1_000_000)
export const flag = z.boolean()
export const listOf = <T extends z.ZodType>(entry: T, most: number) => z.array(entry).max(most).default([])
/** Several codes may be typed at once, with commas between them. */
export const code = line(100).refine((value) => !value.includes(','), 'code_with_comma')
export const hours = z.int().min(1).max(720)
export const presence = z.enum(['on_site', 'remote', 'both'])

function isBare(value: string): boolean {
  const { pathname, search, hash, username, password } = new URL(value)
  return pathname === '/' && !search && !hash && !username && !password
}
