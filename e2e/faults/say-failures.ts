import { isTold, type Try } from './open-crowd'
import { type Report, seconds } from './open-report'

/** Whoever was not told yes heard it in time, in words, and with what they had typed. */
export function sayFailures(report: Report, tries: Try[]) {
  const failed = tries.filter((one) => !isTold(one))
  const silent = failed.filter(({ status }) => status === null).length
  const empty = failed.filter(({ status, text, email }) => status !== 503 || !text.includes(email)).length
  const longest = Math.max(0, ...failed.map(({ ms }) => ms))
  report.holds(
    silent === 0 && empty === 0 && longest <= 10_000,
    `${failed.length} answers were no: ${empty} without 503 or what was typed, ${silent} never came, the slowest took ${seconds(longest)}`,
  )
}
