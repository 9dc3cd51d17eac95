import { existsSync } from 'node:fs'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser of this machine, else the one Playwright brings (`npx playwright install chromium`). */
export const findChromium = (): string | undefined =>
  process.env.CHROMIUM_PATH ?? usual.find((path) => existsSync(path))
