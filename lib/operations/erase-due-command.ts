import 'server-only'
import { countDue } from '../privacy/count-due'
import { eraseDue } from '../privacy/erase-due'
import type { ErasureKind } from '../privacy/schema'

/** `erase-due [--dry-run]`: forgets everything whose day has come, or says what it would. Answers the exit code. */
export async function eraseDueCommand(args: string[]): Promise<number> {
  const isDry = args.includes('--dry-run')
  const unknown = args.find((arg) => arg !== '--dry-run')
  if (unknown !== undefined) {
    process.stderr.write(`erase-due knows --dry-run, not “${unknown}”.\n`)
    return 2
  }
  const counts = isDry ? await countDue() : await eraseDue()
  const verb = isDry ? 'Would erase' : 'Erased'
  for (const { slug, kind, count } of counts)
    process.stdout.write(`${verb} ${words[kind]}${slug ? ` of ${slug}` : ''}: ${count}\n`)
  if (counts.length === 0) process.stdout.write('Nothing is due.\n')
  return 0
}

const words: Record<ErasureKind, string> = {
  allergies: 'allergies',
  accessibility: 'what people need',
  legal_names: 'legal names',
  stays: 'stays',
  mails: 'what mails said',
  messages: 'messages to groups',
  invitations: 'unused invitations',
  absent: 'people who were not there',
  people: 'people, who are only counted now',
  team_food: 'what the team ate',
  scans: 'who scanned whom',
  devices: 'phones at the door',
  handouts: 'lists that were handed out',
  opt_outs: 'who wanted no news',
  views: 'views and columns',
  addresses: 'to whom mails went',
  recipients: 'who got which list',
  history: 'lines of history',
  unconfirmed: 'addresses that nobody confirmed',
  links: 'links that lapsed',
  due_handouts: 'lists whose day has come',
  imports: 'imported lists',
  reports: 'reports of acts on many',
  team_invitations: 'invitations into teams',
  sign_ins: 'sign-ins that are over',
  house_mails: 'mails of the house',
  house_history: 'lines of the history of the house',
  accounts: 'accounts that nobody used',
}
