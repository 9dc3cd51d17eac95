import 'server-only'
import { parseArgs } from 'node:util'
import { grantAdmin } from '../auth/grant-admin'
import { firstAdmin } from '../auth/make-admin-link'
import { signInLink } from '../auth/make-sign-in-token'
import { type EventRole, signInInput } from '../auth/schema'
import { now } from '../clock'
import { env } from '../env'
import { findPublicEventRef, getEventFor } from '../events/queries'
import { grant, grantApi } from '../team/grant'

const usage = `grant EMAIL --admin
grant EMAIL --event SLUG --role owner|organizer|check_in [--api]`
const roles: readonly string[] = ['owner', 'organizer', 'check_in']
const day = 24 * 60 * 60_000

/** `lanyard grant`: prints one line, and what went wrong to standard error. Answers the exit code. */
export async function grantCommand(args: string[]): Promise<number> {
  const sentence = await grantFor(args).catch((error: unknown) => {
    if (error instanceof Refused) return error
    throw error
  })
  if (sentence instanceof Refused) {
    process.stderr.write(`${sentence.message}\n`)
    return 1
  }
  process.stdout.write(`${sentence}\n`)
  return 0
}

class Refused extends Error {}

async function grantFor(args: string[]): Promise<string> {
  const { email, admin, slug, role, api } = readArgs(args)
  const actor = { kind: 'command_line', id: null } as const
  const { baseUrl } = env()
  if (admin) {
    const token = await grantAdmin({ email, actor })
    return `${email} is an admin; sign in once within 24 hours: ${signInLink(baseUrl, token)}`
  }
  const event = await findPublicEventRef(slug)
  if (!event) throw new Refused(`There is no event “${slug}”.`)
  if (!api) {
    const token = await grant({ email, actor, eventId: event.id, role })
    return `${email} is ${role} of ${event.slug}; sign in once within 24 hours: ${signInLink(baseUrl, token)}`
  }
  const { endsAt } = await getEventFor({ eventId: event.id })
  const until = new Date(endsAt.getTime() + day)
  if (until <= now())
    throw new Refused(`${event.slug} has been over for more than a day: nothing is checked in there.`)
  const token = await grantApi({ email, actor, eventId: event.id }, until)
  return `${email} may mark arrivals at ${event.slug} until ${until.toISOString()} with the bearer token ${token}`
}

function readArgs(args: string[]) {
  const { values, positionals } = parse(args)
  const isFirst = values.admin === true && positionals[0] === firstAdmin
  const read = signInInput.safeParse({ email: positionals[0] ?? '' })
  const email = isFirst ? firstAdmin : read.data?.email
  if (positionals.length !== 1) throw new Refused(usage)
  if (!email) throw new Refused(`“${positionals[0]}” is not an e-mail address.`)
  const { admin = false, event: slug = '', role = '', api = false } = values
  const isForEvent = slug !== '' && roles.includes(role)
  if (admin ? slug || role || api : !isForEvent) throw new Refused(usage)
  if (api && role !== 'check_in') throw new Refused('--api goes with --role check_in only.')
  return { email, admin, slug, role: role as EventRole, api }
}

function parse(args: string[]) {
  try {
    const options = {
      admin: { type: 'boolean' },
      event: { type: 'string' },
      role: { type: 'string' },
      api: { type: 'boolean' },
    } as const
    return parseArgs({ args, allowPositionals: true, options })
  } catch (error) {
    throw new Refused(`${(error as Error).message}\n${usage}`)
  }
}
