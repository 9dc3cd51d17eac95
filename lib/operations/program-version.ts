import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { ProgramVersion } from './schema'

/** Which program this is: the version of its package, and the commit that its pages were built from. */
export function readVersion(): ProgramVersion {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const commit = existsSync(commitFile) ? readFileSync(commitFile, 'utf8').trim() : ''
  return { version, commit: commit || null }
}

/** Notes beside the built pages what they are built from. */
export function noteCommit(): void {
  const { status, stdout } = spawnSync('git', ['rev-parse', '--short=12', 'HEAD'], { encoding: 'utf8' })
  writeFileSync(commitFile, status === 0 ? stdout : '')
}

const commitFile = '.next/source-commit'
