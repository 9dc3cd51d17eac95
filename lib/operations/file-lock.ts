import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, markOf } from './process-mark'

/** Waits until no living process holds `file`, takes it, and gives the function that lets go. */
export async function takeLock(file: string, onWait: (pid: string) => void = () => {}): Promise<() => void> {
  const own = `${file}.${process.pid}`
  const mark = markOf(process.pid)
  writeFileSync(own, mark)
  try {
    for (let waits = 0; !tryToTake(own, file); waits++) {
      const holder = readHolder(file)
      if (holder !== null && !isAlive(holder)) {
        breakLock(file, holder)
        continue
      }
      if (waits === 20 && holder) onWait(holder.split(' ', 1)[0]!)
      await sleep(50)
    }
  } finally {
    rmSync(own, { force: true })
  }
  return () => {
    if (readHolder(file) === mark) rmSync(file, { force: true })
  }
}

// A link appears with its content or not at all, so nobody ever reads an empty lock.
function tryToTake(own: string, file: string): boolean {
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function readHolder(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

// Two may find the same dead holder; the second must not throw away the first one's new lock.
function breakLock(file: string, holder: string) {
  const aside = `${file}.broken-by-${process.pid}`
  try {
    renameSync(file, aside)
    if (readHolder(aside) !== holder) tryToTake(aside, file)
    rmSync(aside, { force: true })
  } catch {}
}
