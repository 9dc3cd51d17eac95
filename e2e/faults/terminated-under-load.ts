import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../support/own-server'
import { compareHistory } from './compare-history'
import { openInstallation, untilReady } from './open-installation'
import { type Drill, seconds } from './open-report'

// Sent less long ago, it may still stand before the door.
const doorstep = 50

export const terminatedUnderLoad: Drill = {
  done: 'SIGTERM while twenty people at a time register; then it is started again.',
  promised:
    'What is in flight is answered, the process ends with 0 within 20 s, and who was told yes is there.',
  async run(report, scale) {
    const installation = await openInstallation()
    try {
      const PORT = await freePort()
      let server = await installation.start({ PORT })
      const { url } = server
      const crowd = await installation.openCrowd(url, { atOnce: 20, pause: 0 })
      for (let time = 0; time < (scale === 'short' ? 1 : 10); time++) {
        await sleep(2_000)
        const at = Date.now()
        const { code } = await server.end('SIGTERM')
        const took = Date.now() - at
        server = await installation.start({ PORT })
        await untilReady(url)
        const inFlight = crowd.tries.filter(({ sentAt, ms }) => sentAt < at - doorstep && sentAt + ms > at)
        const cut = inFlight.filter(({ status }) => status === null)
        report.holds(
          code === 0 && cut.length === 0 && took < 20_000,
          `ended with ${code} after ${seconds(took)}; of ${inFlight.length} in flight ${cut.length} were not answered ${cut.map(({ text }) => text).join(' ')}`,
        )
      }
      await crowd.stop()
      await compareHistory(report, installation, crowd.tries, url)
    } finally {
      await installation.close()
    }
  },
}
