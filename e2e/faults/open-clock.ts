import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** A clock for servers that can be set while they run; the database keeps its own, as one on another machine does. */
export function openClock(folder: string) {
  const file = path.join(folder, 'clock')
  const set = async (ahead: number) => {
    writeFileSync(file, String(ahead))
    // Twice as long as it takes a server to look.
    await sleep(100)
  }
  writeFileSync(file, '0')
  const module = pathToFileURL(fileURLToPath(new URL('other-clock.mjs', import.meta.url)))
  return {
    settings: { NODE_OPTIONS: `--import ${module.href}`, CLOCK_FILE: file },
    goTo: (instant: string) => set(Date.parse(instant) - Date.now()),
    jump: set,
  }
}
