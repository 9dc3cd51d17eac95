import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from '@playwright/test'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser to drive: the one that is named, one of this machine, else the one Playwright brought. */
export const findChromium = (): string | undefined =>
  [process.env.CHROMIUM_PATH ?? '', ...usual, chromium.executablePath()].find(runs)

/** The same, fetched if there is none yet. Throws a sentence when this machine lets us have none. */
export function ensureChromium(): string {
  const found = findChromium() ?? download() ?? install()
  if (found) return found
  throw new Error(
    'The tests need a Chromium and could not get one. Install it (Debian: apt-get install chromium; ' +
      'elsewhere: npx playwright install --with-deps chromium) or name yours in CHROMIUM_PATH.',
  )
}

const runs = (program: string) =>
  existsSync(program) && spawnSync(program, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0

function download(): string | undefined {
  process.stderr.write('No Chromium here yet: asking Playwright for one.\n')
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli')
  const fetched = ['install', 'chromium']
  spawnSync(process.execPath, [playwright, ...fetched], { stdio: 'inherit', timeout: 300_000 })
  return findChromium()
}

function install(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  process.stderr.write('That did not work: asking the system for one.\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const order of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    spawnSync('apt-get', order, { stdio: 'inherit', timeout: 600_000, env })
  }
  return findChromium()
}
