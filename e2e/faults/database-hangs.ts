import { setTimeout as sleep } from 'node:timers/promises'
import { openLine } from '../support/line'
import { compareHistory } from './compare-history'
import { isReady, openInstallation, until, untilReady } from './open-installation'
import { type Drill, seconds } from './open-report'
import { sayFailures } from './say-failures'

export const databaseHangs: Drill = {
  done: 'The line to PostgreSQL freezes under load: it accepts, and never answers; then it goes on.',
  promised:
    'Meanwhile 503 within 10 s with what was typed; ready goes red, and green within 10 s, without a restart; who was told yes is there.',
  async run(report, scale) {
    const installation = await openInstallation()
    const line = await openLine(new URL(installation.postgres().url))
    try {
      const { url } = await installation.start({ ...installation.outside, DATABASE_URL: line.url })
      const crowd = await installation.openCrowd(url)
      for (const hang of scale === 'short' ? [0] : [0, 15_000, 60_000]) {
        await sleep(1_000)
        const [began, before] = [performance.now(), crowd.tries.length]
        line.freeze()
        const red = await until(async () => !(await isReady(url)), 10_000)
        const isTold = () => crowd.tries.slice(before).filter(({ status }) => status === 503).length >= 4
        await until(isTold, 20_000)
        await sleep(hang)
        line.thaw()
        const hung = performance.now() - began
        const green = await untilReady(url)
        const said = `${seconds(hung)} of silence: red after ${seconds(red)}, green ${seconds(green)} after it was over`
        report.holds(red <= 10_000 && green <= 10_000, said)
      }
      await sleep(1_000)
      await crowd.stop()
      sayFailures(report, crowd.tries)
      await compareHistory(report, installation, crowd.tries, url)
    } finally {
      await installation.close()
      await line.close()
    }
  },
}
