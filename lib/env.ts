import { existsSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { z } from 'zod'

/** Every variable that is wrong, a sentence each. */
export class EnvironmentError extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join('\n'))
    this.name = 'EnvironmentError'
  }
}

export type Environment = ReturnType<typeof readEnvironment>

let kept: Environment | undefined

/** What this installation was told, checked once. Throws EnvironmentError. */
export function env(): Environment {
  kept ??= readEnvironment(process.env)
  return kept
}

/** For the entrances and the tests: what they found out themselves, for this process and its children. */
export function setEnvironment(values: Record<string, string>): void {
  Object.assign(process.env, values)
  kept = undefined
}

/** Adds what a file `.env` in this folder says; what is already set wins. */
export function loadEnvironmentFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env')
  kept = undefined
}

export function readEnvironment(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const read = variables.safeParse(given)
  const problems = read.success ? problemsTogether(read.data) : read.error.issues.map(sayIssue)
  if (!read.success || problems.length > 0) throw new EnvironmentError([...new Set(problems)])
  const found = read.data
  const baseUrl = found.BASE_URL ?? `http://localhost:${found.PORT}`
  return {
    databaseUrl: found.DATABASE_URL,
    databasePoolSize: found.DATABASE_POOL_SIZE,
    dataDir: path.resolve(found.DATA_DIR),
    baseUrl,
    port: found.PORT,
    secret: found.NEXTAUTH_SECRET ?? '',
    smtpUrl: found.SMTP_URL,
    mailFrom: found.MAIL_FROM ?? { name: 'Lanyard', address: `no-reply@${new URL(baseUrl).hostname}` },
    oidc: found.OIDC_ISSUER
      ? {
          issuer: found.OIDC_ISSUER,
          clientId: found.OIDC_CLIENT_ID!,
          clientSecret: found.OIDC_CLIENT_SECRET!,
        }
      : undefined,
    eventCreators: found.EVENT_CREATORS,
    trustedProxies: found.TRUSTED_PROXIES,
    sessionDays: found.SESSION_DAYS,
    sessionIdleHours: found.SESSION_IDLE_HOURS,
    registerPerAddressPerMinute: found.REGISTER_PER_ADDRESS_PER_MINUTE,
    signInPerAddressPerMinute: found.SIGN_IN_PER_ADDRESS_PER_MINUTE,
    signInPerPersonPerHour: found.SIGN_IN_PER_PERSON_PER_HOUR,
    secondFactorTriesPerHour: found.SECOND_FACTOR_TRIES_PER_HOUR,
    wrongCodesPerAddressPerHour: found.WRONG_CODES_PER_ADDRESS_PER_HOUR,
    resendPerPersonPerHour: found.RESEND_PER_PERSON_PER_HOUR,
    metricsToken: found.METRICS_TOKEN,
    logLevel: found.LOG_LEVEL,
    logTo: found.LOG_TO,
    isUnderNpm: Boolean(given.npm_lifecycle_event),
  }
}

const address = (protocols: string[], words: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), words)

const wholeNumber = (least: number, most: number, usual: number) => {
  const words = `must be a whole number from ${least} to ${most}`
  return z.coerce.number(words).int(words).min(least, words).max(most, words).default(usual)
}

const variables = z.object({
  DATABASE_URL: address(
    ['postgres:', 'postgresql:'],
    'must look like postgresql://user:password@host:5432/database',
  ).optional(),
  DATABASE_POOL_SIZE: wholeNumber(2, 200, 10),
  DATA_DIR: z.string().default('./data'),
  BASE_URL: z
    .string()
    .refine(isPlainAddress, 'must look like https://events.example.org, without a path')
    .transform((text) => new URL(text).origin)
    .optional(),
  PORT: wholeNumber(1, 65_535, 3000),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters; "openssl rand -base64 32" makes one')
    .optional(),
  SMTP_URL: address(
    ['smtp:', 'smtps:'],
    'must look like smtp://user:password@mail.example.org:587',
  ).optional(),
  MAIL_FROM: z.string().transform(readMailbox).optional(),
  OIDC_ISSUER: address(['http:', 'https:'], 'must look like https://login.example.org').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  EVENT_CREATORS: z
    .enum(['admins', 'owners', 'organizers'], 'must be one of admins, owners, organizers')
    .default('admins'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine(
      (list) => list.every(isNetwork),
      'must list addresses or networks, such as 127.0.0.1, 10.0.0.0/8',
    ),
  SESSION_DAYS: wholeNumber(1, 365, 30),
  SESSION_IDLE_HOURS: wholeNumber(1, 8760, 168),
  REGISTER_PER_ADDRESS_PER_MINUTE: wholeNumber(1, 1_000_000, 12_000),
  SIGN_IN_PER_ADDRESS_PER_MINUTE: wholeNumber(1, 100_000, 60),
  SIGN_IN_PER_PERSON_PER_HOUR: wholeNumber(1, 1_000, 10),
  SECOND_FACTOR_TRIES_PER_HOUR: wholeNumber(3, 1_000, 10),
  WRONG_CODES_PER_ADDRESS_PER_HOUR: wholeNumber(1, 100_000, 60),
  RESEND_PER_PERSON_PER_HOUR: wholeNumber(1, 1_000, 5),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters; "openssl rand -base64 24" makes one')
    .optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be one of debug, info, warn, error, silent')
    .default('info'),
  LOG_TO: z.enum(['stdout', 'stderr'], 'must be stdout or stderr').default('stdout'),
})

function isPlainAddress(text: string): boolean {
  return /^https?:\/\/[^/?#@\s]+\/?$/.test(text) && URL.canParse(text)
}

/** `Lanyard <events@example.org>` or the bare address. */
function readMailbox(text: string, context: z.RefinementCtx) {
  const [, name, bracketed] = /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>\s*$/.exec(text) ?? []
  const mailbox = { name: name || 'Lanyard', address: bracketed ?? text.trim() }
  if (!/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(mailbox.address)) {
    context.addIssue('must be an address, such as Lanyard <events@example.org>')
  }
  return mailbox
}

function isNetwork(text: string): boolean {
  const [host = '', bits, ...rest] = text.split('/')
  const version = net.isIP(host)
  if (!version || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

function problemsTogether(found: z.infer<typeof variables>): string[] {
  const problems: string[] = []
  if (found.DATABASE_URL && !found.NEXTAUTH_SECRET) {
    problems.push(
      'NEXTAUTH_SECRET must be set when DATABASE_URL is, to the same value for every process on that database.',
    )
  }
  const oidc = [found.OIDC_ISSUER, found.OIDC_CLIENT_ID, found.OIDC_CLIENT_SECRET].filter(Boolean).length
  if (oidc > 0 && oidc < 3)
    problems.push(
      'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all three or none.',
    )
  return problems
}

const sayIssue = (issue: z.core.$ZodIssue) => `${issue.path.join('.')} ${issue.message}.`
