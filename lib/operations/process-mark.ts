import { readFileSync } from 'node:fs'

/** Names a running process so that a later one with the same number is not taken for it. */
export const markOf = (pid: number): string => `${pid} ${startTimeOf(pid)}`

export function isAlive(mark: string): boolean {
  const pid = Number(mark.split(' ', 1)[0])
  if (!Number.isInteger(pid) || pid < 1) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return markOf(pid) === mark.trim()
}

// Field 22 of /proc/<pid>/stat (proc(5)); where there is no /proc, the number alone has to do.
function startTimeOf(pid: number): string {
  try {
    const [state, ...rest] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return state === 'Z' ? 'gone' : (rest[18] ?? '')
  } catch {
    return ''
  }
}
