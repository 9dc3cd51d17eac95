import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openPostOffice } from '../support/post-office'
import { compareHistory } from './compare-history'
import { compareLetters } from './compare-letters'
import { openClock } from './open-clock'
import { isTold, sendAgain, type Try } from './open-crowd'
import { formPath, type Installation, isReady, openInstallation, until } from './open-installation'
import type { Drill, Report, Scale } from './open-report'

const hour = 3_600_000

export const clockJumps: Drill = {
  done: "The servers' clock jumps hours ahead and back, away from the database's; then it comes to both changes of the clocks, and passes them back and forth.",
  promised:
    'It stays ready, the line keeps the order in which people came, each gets one letter; registration ends at the very second its wall clock says, before and after a change.',
  async run(report, scale) {
    await jumps(report, scale)
    await changes(report, scale === 'short' ? moments.slice(1, 3) : moments)
  },
}

async function jumps(report: Report, scale: Scale) {
  const installation = await openInstallation()
  const office = await openPostOffice()
  const clock = openClock(installation.folder)
  try {
    const { url } = await installation.start({ ...clock.settings, SMTP_URL: office.url })
    await installation.query(`UPDATE pool SET size = 3, ceiling = 3 WHERE kind = 'on_site'`)
    const tries: Try[] = []
    const hops = scale === 'short' ? [0, 3, -5] : [0, 3, -5, 26, -50, 0, 170, 1]
    for (const hours of hops) {
      await clock.jump(hours * hour)
      const began = tries.length
      const crowd = await installation.openCrowd(url, { atOnce: 1 })
      await until(() => crowd.tries.length >= 4, 20_000)
      await crowd.stop()
      tries.push(...crowd.tries)
      const told = tries.slice(began).filter(isTold).length
      report.holds(
        told === tries.length - began && (await isReady(url)),
        `${hours} h off: ${told} of ${tries.length - began} were told where they stand, and it is ready`,
      )
    }
    const line = await installation.query<{ email: string }>(
      `SELECT email FROM claim JOIN registration r ON r.id = registration_id WHERE kind = 'event' AND state = 'waiting' ORDER BY queued_at, claim.id`,
    )
    const came = tries.slice(3).map(({ email }) => email)
    const isInOrder = line.map(({ email }) => email).join() === came.join()
    report.holds(
      isInOrder,
      `${line.length} stand in line, ${isInOrder ? '' : 'NOT '}in the order in which they came`,
    )
    await compareLetters(report, installation, office.arrived)
    await compareHistory(report, installation, tries, url)
  } finally {
    await installation.close()
    await office.close()
  }
}

// Of a time that comes twice the first one counts; one that the clocks leap over is not taken at all.
const moments = [
  ['2027-03-28T01:59', '2027-03-28T00:59:00Z', 'CET'],
  ['2027-03-28T03:00', '2027-03-28T01:00:00Z', 'CEST'],
  ['2027-10-31T02:30', '2027-10-31T00:30:00Z', 'CEST'],
  ['2027-10-31T03:00', '2027-10-31T02:00:00Z', 'CET'],
] as const

type Moment = (typeof moments)[number]

async function changes(report: Report, moments: readonly Moment[]) {
  const installation = await openInstallation()
  const clock = openClock(installation.folder)
  try {
    // A process in another zone has nothing to say about it.
    const { url } = await installation.start({ ...clock.settings, TZ: 'America/New_York' })
    const page = url + formPath.replace('/register', '')
    for (const [closes, instant, zone] of moments) {
      await closeAt(installation, closes)
      await clock.goTo(new Date(Date.parse(instant) - 30_000).toISOString())
      const words = await (await fetch(page)).text()
      const crowd = await installation.openCrowd(url, { atOnce: 1 })
      await until(() => crowd.tries.length >= 1, 10_000)
      await crowd.stop()
      const before = crowd.tries[0]!
      const late = { ...before, body: before.body.replaceAll(idOf(before), randomUUID()) }
      await clock.goTo(instant)
      const after = await sendAgain(url + formPath, late)
      await clock.goTo(new Date(Date.parse(instant) - 30_000).toISOString())
      const again = await sendAgain(url + formPath, late)
      const statuses = [before, after, again].map(isTold)
      report.holds(
        statuses.join() === 'true,false,true' && words.includes(`${closes.slice(11)} ${zone}`),
        `closes ${closes} ${zone}: a moment before ${before.status}, then ${after.status}, set back ${again.status}`,
      )
    }
  } finally {
    await installation.close()
  }
}

const idOf = ({ email }: Try) => /person-(.+)@/.exec(email)![1]!

async function closeAt({ folder, apply }: Installation, closes: string) {
  const file = path.join(folder, 'event.yaml')
  const words = readFileSync('prisma/example-event.yaml', 'utf8')
    .replaceAll(/\b2027-01-/g, '2027-12-')
    .replace('registration:\n', `registration:\n  closes: ${closes}\n`)
  writeFileSync(file, words)
  await apply(file)
}
