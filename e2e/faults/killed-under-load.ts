import os from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../support/own-server'
import { openPostOffice } from '../support/post-office'
import { compareHistory } from './compare-history'
import { compareLetters } from './compare-letters'
import { median } from './measure-waits'
import { type Installation, openInstallation, untilReady } from './open-installation'
import { type Drill, type Scale, seconds } from './open-report'

export const killedUnderLoad: Drill = {
  done: 'kill -9 at any moment while people register and letters leave, every fifth time of the built-in PostgreSQL too; then it is started again.',
  promised:
    'Who was told yes is there; ready again within 10 s; a letter may come again, under its own number only.',
  async run(report, scale) {
    const times = scale === 'short' ? 2 : 50
    const installation = await openInstallation()
    const office = await openPostOffice()
    try {
      const settings = { PORT: await freePort(), SMTP_URL: office.url }
      let server = await installation.start(settings)
      const crowd = await installation.openCrowd(server.url, { pause: 30 })
      const starts: number[] = []
      for (let time = 1; time <= times; time++) {
        await sleep(300 + Math.random() * 2_500)
        if (time % 5 === 0 || time === times) process.kill(installation.postgres().pid(), 'SIGKILL')
        await server.end('SIGKILL')
        const began = performance.now()
        server = await installation.start(settings)
        await untilReady(server.url)
        starts.push(performance.now() - began)
      }
      const [half, slowest] = [median(starts), Math.max(...starts)]
      // In the short version other journeys have the machine, too: how fast it is ready is judged by the long one.
      report.holds(
        slowest <= (scale === 'short' ? 60_000 : 10_000),
        `${times} times struck down; half of the starts were ready within ${seconds(half)}, the slowest after ${seconds(slowest)}, at a load of ${os.loadavg()[0]!.toFixed(0)} on ${os.cpus().length} cores`,
      )
      await sleep(1_000)
      await crowd.stop()
      await compareHistory(report, installation, crowd.tries, server.url)
      await letLeasesEnd(installation, scale)
      await compareLetters(report, installation, office.arrived)
    } finally {
      await installation.close()
      await office.close()
    }
  },
}

// Two minutes, after which a letter that was on its way is taken up again: they go by at once in the short version.
async function letLeasesEnd({ query }: Installation, scale: Scale) {
  if (scale === 'short') await query('UPDATE outbox_mail SET leased_until = now() WHERE leased_until > now()')
}
