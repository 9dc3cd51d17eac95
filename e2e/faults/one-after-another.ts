import { setTimeout as sleep } from 'node:timers/promises'
import { openLine } from '../support/line'
import { freePort } from '../support/own-server'
import { openPostOffice } from '../support/post-office'
import { compareHistory } from './compare-history'
import { compareLetters } from './compare-letters'
import { openClock } from './open-clock'
import { type Crowd, isTold } from './open-crowd'
import { isReady, openInstallation, until, untilReady } from './open-installation'
import { type Drill, type Report, seconds } from './open-report'
import { sayFailures } from './say-failures'

export const oneAfterAnother: Drill = {
  done: 'One installation under load meets one fault after the other: a clock that jumps hours ahead and back, nobody at the mail server, a database that never answers, one that ends and comes back, SIGTERM, and kill -9 right after a letter was taken.',
  promised:
    'Meanwhile 503 within 10 s with what was typed; ready goes red, and green within 10 s, without a restart; who was told yes is there, and gets one letter, under one number.',
  async run(report) {
    const installation = await openInstallation()
    let onLetter = () => {}
    const office = await openPostOffice({ keep: () => onLetter() })
    const post = await openLine(new URL(office.url))
    const postgres = installation.postgres()
    const line = await openLine(new URL(postgres.url))
    const clock = openClock(installation.folder)
    try {
      const lines = { DATABASE_URL: line.url, SMTP_URL: post.url }
      const settings = { ...installation.outside, ...clock.settings, ...lines, PORT: await freePort() }
      let server = await installation.start(settings)
      const { url } = server
      const crowd = await installation.openCrowd(url, { pause: 100 })
      for (const hours of [3, -5, 0]) {
        await clock.jump(hours * 3_600_000)
        const enough = crowd.told().length + 4
        const told = await until(() => crowd.told().length >= enough, 20_000)
        report.holds(
          told < 20_000,
          `the clock is ${hours} h off: four more were told yes after ${seconds(told)}`,
        )
      }
      const ofClock = crowd.tries.filter((one) => !isTold(one)).length
      report.holds(ofClock === 0, `${ofClock} were told no because of the clock`)
      await post.hangUp()

      line.freeze()
      await seeRed(report, 'the database is silent', url, crowd)
      line.thaw()
      await seeGreen(report, 'it answers again', url)
      process.kill(postgres.pid(), 'SIGQUIT')
      await until(postgres.isGone, 10_000)
      await seeRed(report, 'the database is gone', url, crowd)
      await postgres.revive()
      await seeGreen(report, 'it is back', url)
      const before = [...crowd.tries]

      const { code } = await server.end('SIGTERM')
      report.holds(code === 0, `after SIGTERM it ended with ${code}`)
      server = await installation.start(settings)
      await untilReady(url)
      await post.pickUp()
      const struck = new Promise<void>((resolve) => {
        onLetter = () => {
          onLetter = () => {}
          void server.end('SIGKILL').then(() => resolve())
        }
      })
      await installation.query('UPDATE outbox_mail SET next_attempt_at = now()')
      await struck
      server = await installation.start(settings)
      await untilReady(url)
      await sleep(500)
      await crowd.stop()

      sayFailures(report, before)
      await compareHistory(report, installation, crowd.tries, url)
      // Two minutes go by.
      await installation.query('UPDATE outbox_mail SET leased_until = now(), next_attempt_at = now()')
      await compareLetters(report, installation, office.arrived)
      const letters = office.arrived.length
      const numbers = new Set(office.arrived.map(({ mail }) => mail.messageId)).size
      report.holds(letters > numbers, `${letters - numbers} letters that it had just taken came again`)
    } finally {
      await installation.close()
      for (const open of [line, post, office]) await open.close()
    }
  },
}

async function seeRed(report: Report, what: string, url: string, crowd: Crowd) {
  const before = crowd.tries.length
  const red = await until(async () => !(await isReady(url)), 10_000)
  const isTold = () => crowd.tries.slice(before).some(({ status }) => status === 503)
  const told = await until(isTold, 20_000)
  report.holds(red < 10_000, `${what}: red after ${seconds(red)}, the first heard so ${seconds(told)} later`)
}

async function seeGreen(report: Report, what: string, url: string) {
  const green = await untilReady(url)
  report.holds(green < 10_000, `${what}: green after ${seconds(green)}`)
}
