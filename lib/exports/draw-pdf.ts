import 'server-only'
import { spawn } from 'node:child_process'
import path from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import type { LabelPreset } from '../labels'
import { ok, type Result, refused } from '../result'
import type { BadgeFace } from './schema'

export type PdfTable = {
  kind: 'table'
  title: string
  event: string
  note: string
  /** The word before a page's number. */
  page: string
  headings: string[]
  rows: string[][]
}

export type PdfBadges = {
  kind: 'badges'
  title: string
  event: string
  noCamera: string
  preset: LabelPreset
  shift: readonly [number, number]
  badges: BadgeFace[]
}

export type Drawing = PdfTable | PdfBadges

/**
 * A list as PDF. Refused where a name is written in letters that our fonts do not have: wrong ones are worse. Each takes
 * hundreds of megabytes, so they take turns.
 */
export function drawPdf(drawing: Drawing): Promise<Result<Buffer, 'letters'>> {
  const drawn = turn.then(() => draw(drawing))
  turn = drawn.catch(() => {})
  return drawn
}

let turn: Promise<unknown> = Promise.resolve()

async function draw(drawing: Drawing): Promise<Result<Buffer, 'letters'>> {
  const program = path.join(process.cwd(), 'lib', 'exports', 'pdf-process.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: '', NODE_ENV: 'production' },
    timeout: longest,
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  // A process that died early has closed its ears; what it says tells why.
  child.stdin.on('error', () => {})
  child.stdin.end(JSON.stringify(drawing))
  const [pdf, said, code] = await Promise.all([buffer(child.stdout), text(child.stderr), ended])
  if (code === 3) return refused('letters')
  if (code !== 0) throw new Error(`no PDF could be drawn (${code}): ${said.slice(-1000)}`)
  return ok(pdf)
}

const longest = 120_000
