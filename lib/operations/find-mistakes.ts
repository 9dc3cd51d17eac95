/** What `lookAround` saw of an installation. Sizes are in bytes, times in milliseconds. */
export type Sight = {
  baseUrl: string
  smtpUrl?: string | undefined
  mailFrom: string
  trustedProxies: string[]
  secret: string
  poolSize: number
  database: { why: string } | DatabaseSight
  /** Why the mail server would not take a mail; null where it would, or where there is none. */
  post: string | null
  /** null where no server of ours runs on this machine. */
  site: SiteSight | null
  folder: { path: string; free: number; isSecretOpen: boolean } | null
}

export type DatabaseSight = {
  /** How far its clock is before ours. */
  ahead: number
  /** How long after this moment the last migration was applied; below zero where the clock is right. */
  future: number
  version: number
  connections: number
  missing: number
  admins: number
  lateMails: number
  failedMails: number
}

export type SiteSight = { why: string } | { isOurs: boolean; isKept: boolean; hasPolicy: boolean }

/** Each usual mistake that can be seen, a sentence with what to do. */
export function findMistakes(sight: Sight): string[] {
  return [...aboutAddress(sight), ...aboutMail(sight), ...aboutDatabase(sight), ...aboutMachine(sight)]
}

export const isLocal = (url: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname)

function aboutAddress({ baseUrl, trustedProxies, site }: Sight): string[] {
  if (isLocal(baseUrl))
    return [
      `Links lead to ${baseUrl}, which opens on this machine only: set BASE_URL to the address people use.`,
    ]
  const found: string[] = []
  const isPlain = baseUrl.startsWith('http:')
  if (isPlain)
    found.push(
      `BASE_URL is ${baseUrl}, without https: sign-in travels in the clear, and the camera and offline work at the door do not run.`,
    )
  if (!isPlain && trustedProxies.length === 0)
    found.push(
      'https ends at a proxy, but TRUSTED_PROXIES is empty: everybody seems to come from that proxy and shares its limits. Set it to its address.',
    )
  if (!site) return found
  if ('why' in site)
    return [...found, `${baseUrl} does not answer (${site.why}): check its name and the proxy.`]
  if (!site.isOurs)
    return [
      ...found,
      `${baseUrl} is answered by something else: point BASE_URL, or the proxy, to this server.`,
    ]
  if (site.isKept)
    found.push(
      'The proxy keeps pages and hands them out again: turn its cache off, each answer is made for one person.',
    )
  if (!site.hasPolicy)
    found.push(
      'The proxy takes away the header content-security-policy: let headers of answers pass as they are.',
    )
  return found
}

function aboutMail({ smtpUrl, mailFrom, post, database }: Sight): string[] {
  const found: string[] = []
  if (!smtpUrl) found.push('SMTP_URL is not set: mails wait and nobody gets one. Set it and restart.')
  if (post)
    found.push(
      `The mail server at SMTP_URL would not take mails: ${post}. Check its address, user and password.`,
    )
  if (smtpUrl && mailFrom.endsWith('@localhost'))
    found.push(
      `Mails are from ${mailFrom}, which other mail servers refuse: set MAIL_FROM to an address of yours.`,
    )
  if ('why' in database) return found
  if (smtpUrl && database.lateMails > 0)
    found.push(
      `Mails that have waited for more than ten minutes: ${database.lateMails}. See that a server runs and reaches SMTP_URL.`,
    )
  if (database.failedMails > 0)
    found.push(
      `Mails that could not be delivered: ${database.failedMails}. Organizers see whose under Mails.`,
    )
  return found
}

function aboutDatabase({ database, poolSize }: Sight): string[] {
  if ('why' in database) return [database.why]
  const found: string[] = []
  if (database.version < 150_000)
    found.push(`PostgreSQL is ${Math.floor(database.version / 10_000)}, too old: bring it to 15 or newer.`)
  if (database.missing > 0)
    found.push(
      `Migrations that were not applied: ${database.missing}. Start the server of this version; it applies them.`,
    )
  if (poolSize + 5 > database.connections)
    found.push(
      `The database allows ${database.connections} connections and one process may open ${poolSize}: lower DATABASE_POOL_SIZE or raise max_connections.`,
    )
  if (database.admins === 0)
    found.push('Nobody is an admin: make somebody one with “npm run -s lanyard -- grant EMAIL --admin”.')
  return found
}

const minute = 60_000
const enough = 500_000_000

function aboutMachine({ database, folder, secret }: Sight): string[] {
  const found: string[] = []
  if (!('why' in database)) {
    const seconds = Math.round(Math.abs(database.ahead) / 1000)
    if (seconds > 5)
      found.push(`The clocks of this machine and the database differ by ${seconds} s: let both follow NTP.`)
    if (database.future > minute)
      found.push(
        'The clock of this machine stands before things that have happened already: set it, and let it follow NTP.',
      )
  }
  if (folder && folder.free < enough)
    found.push(
      `${folder.path} has ${Math.floor(folder.free / 1_000_000)} MB left: make room before the database has none.`,
    )
  if (folder?.isSecretOpen)
    found.push(`Others on this machine can read ${folder.path}/secret: “chmod 600 ${folder.path}/secret”.`)
  if (new Set(secret).size < 10)
    found.push(
      'NEXTAUTH_SECRET can be guessed: “openssl rand -base64 32” makes a good one; links that were sent die with the old.',
    )
  return found
}
