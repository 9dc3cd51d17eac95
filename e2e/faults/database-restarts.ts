import { setTimeout as sleep } from 'node:timers/promises'
import { compareHistory } from './compare-history'
import { isReady, openInstallation, until, untilReady } from './open-installation'
import { type Drill, type Report, seconds } from './open-report'
import { sayFailures } from './say-failures'

export const databaseRestarts: Drill = {
  done: 'PostgreSQL ends at once under load (immediate shutdown) and comes back; then the built-in one is killed with -9.',
  promised:
    'Meanwhile 503 within 10 s with what was typed; ready goes red, and green within 10 s, without a restart; who was told yes is there. The built-in database is started again by the server.',
  async run(report, scale) {
    await somebodyElses(report, scale === 'short' ? [1_000] : [1_000, 5_000, 20_000])
    await ourOwn(report, scale === 'short' ? 1 : 3)
  },
}

async function somebodyElses(report: Report, outages: number[]) {
  const installation = await openInstallation()
  try {
    const { url } = await installation.start(installation.outside)
    const postgres = installation.postgres()
    const crowd = await installation.openCrowd(url)
    for (const outage of outages) {
      await sleep(1_000)
      process.kill(postgres.pid(), 'SIGQUIT')
      const red = await until(async () => !(await isReady(url)), 10_000)
      await until(postgres.isGone, 10_000)
      await sleep(outage)
      await postgres.revive()
      const green = await untilReady(url)
      const said = `${seconds(outage)} away: red after ${seconds(red)}, green ${seconds(green)} after it was back`
      report.holds(red < 10_000 && green < 10_000, said)
    }
    await sleep(1_000)
    await crowd.stop()
    sayFailures(report, crowd.tries)
    await compareHistory(report, installation, crowd.tries, url)
  } finally {
    await installation.close()
  }
}

async function ourOwn(report: Report, times: number) {
  const installation = await openInstallation()
  try {
    const { url } = await installation.start()
    const postgres = installation.postgres()
    const crowd = await installation.openCrowd(url)
    for (let time = 0; time < times; time++) {
      await sleep(1_000)
      process.kill(postgres.pid(), 'SIGKILL')
      const killedAt = Date.now()
      const isBack = () => crowd.told().some(({ sentAt }) => sentAt > killedAt + 250)
      const back = await until(isBack, 30_000)
      report.holds(back < 10_000, `built-in, killed: people could register again after ${seconds(back)}`)
      await postgres.revive()
    }
    await crowd.stop()
    sayFailures(report, crowd.tries)
    await compareHistory(report, installation, crowd.tries, url)
  } finally {
    await installation.close()
  }
}
