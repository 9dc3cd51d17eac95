import 'server-only'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { now } from '../clock'
import { translator } from '../messages'
import { applyEventFile } from './apply-event-file'
import { parseEventFile } from './parse-event-file'
import type { PlanLine } from './plan-changes'
import { previewEventFile } from './plan-event-file'
import { type Order, readOrder } from './read-order'
import { pastDates } from './rules'
import { sayWhatWaits } from './say-what-waits'
import type { EventFile } from './schema'

/** `apply FILE [--yes] [--publish] [--notify] [--shift-to DATE]`; answers the exit code. */
export async function applyCommand(args: string[]): Promise<number> {
  const order = readOrder(args)
  if (typeof order === 'string') return complain(order)
  const file = await readEventFile(order)
  if (!file) return 1
  const { plan, concerned } = await previewEventFile(file, order)
  const past = translator('en', 'eventFile.past')
  const warnings = pastDates(file, now()).map(({ word, ...facts }) => past(word, facts))
  for (const warning of [...warnings, ...sayWhatWaits(file)]) process.stderr.write(`Warning: ${warning}\n`)
  process.stdout.write(sayPlan(plan))
  if (plan.some(({ kind }) => kind === 'refused'))
    return complain('Nothing was changed: see what was refused.')
  if (plan.length === 0) return 0
  process.stdout.write(sayConcerned(concerned, order))
  if (!order.yes && !(await mayGoOn())) return complain('Nothing was changed.')
  const { plan: done, slug, promoted, told } = await applyEventFile(file, order)
  if (done.some(({ kind }) => kind === 'refused')) {
    process.stdout.write(sayPlan(done))
    return complain('Nothing was changed: something was taken in the meantime.')
  }
  const news = [
    promoted > 0 && `${sayPeople(promoted)} moved up from the waiting line`,
    told > 0 && `${sayPeople(told)} ${told === 1 ? 'is' : 'are'} written to`,
  ].filter(Boolean)
  process.stdout.write(`Done: ${[`/events/${slug}`, ...news].join('; ')}\n`)
  return 0
}

async function readEventFile({ path, shiftTo }: Order): Promise<EventFile | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => error)
  if (typeof text !== 'string') {
    complain(text.code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read (${text.code}).`)
    return null
  }
  const parsed = parseEventFile(text, { shiftTo })
  if (parsed.ok) return parsed.file
  for (const { line, column, path: at, sentence } of parsed.problems)
    process.stderr.write(`${path}:${line}:${column}: ${at ? `${at}: ` : ''}${sentence}\n`)
  return null
}

function sayPlan(plan: PlanLine[]): string {
  if (plan.length === 0) return 'no changes\n'
  return plan
    .map(({ kind, path, sentence }) => `${kind.padEnd(8)} ${path ? `${path}: ` : ''}${sentence}\n`)
    .join('')
}

/** How many would want to know, before anything happens. */
function sayConcerned(concerned: number, { notify }: Order): string {
  const verb = concerned === 1 ? 'is' : 'are'
  if (notify) return `--notify: ${sayPeople(concerned)} ${verb} written to about this.\n`
  if (concerned === 0) return ''
  return `This changes the plans of ${sayPeople(concerned)}; nobody is written to. With --notify they are.\n`
}

const sayPeople = (count: number) => (count === 1 ? '1 person' : `${count} people`)

async function mayGoOn(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    process.stderr.write('Nobody is here to be asked; say --yes to apply this.\n')
    return false
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question('Apply this? [y/N] ')
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}
