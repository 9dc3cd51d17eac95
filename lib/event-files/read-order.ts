import 'server-only'
import { parseArgs } from 'node:util'
import { isDate } from './rules'

export type Order = {
  path: string
  yes: boolean
  publish: boolean
  notify: boolean
  shiftTo: string | undefined
}

/** What the command line asks for, or the sentence that says why it cannot be read. */
export function readOrder(args: string[]): Order | string {
  const usage = 'lanyard apply FILE.yaml [--yes] [--publish] [--notify] [--shift-to DATE]'
  const flag = { type: 'boolean', default: false } as const
  const options = { yes: flag, publish: flag, notify: flag, 'shift-to': { type: 'string' } } as const
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const { 'shift-to': shiftTo, ...flags } = values
    if (positionals.length !== 1) return `Say which file: ${usage}`
    if (shiftTo !== undefined && !isDate(shiftTo))
      return `--shift-to needs a date such as 2027-01-19, not “${shiftTo}”.`
    return { path: positionals[0]!, ...flags, shiftTo }
  } catch (error) {
    return `${(error as Error).message.split('. ')[0]}. ${usage}`
  }
}
