import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../support/own-server'
import { openPostOffice } from '../support/post-office'
import { compareHistory } from './compare-history'
import { compareLetters } from './compare-letters'
import { openInstallation } from './open-installation'
import type { Drill } from './open-report'

const places = 30

export const twoProcesses: Drill = {
  done: 'Two processes on one database, and people at both who want one of thirty places; one is renewed with SIGTERM, the other struck down with kill -9, again and again.',
  promised:
    'Exactly thirty have a place and the others stand in one line; who was told yes is there; one letter each.',
  async run(report, scale) {
    const installation = await openInstallation()
    const office = await openPostOffice()
    try {
      const both = { ...installation.outside, SMTP_URL: office.url }
      const settings = [
        { ...both, PORT: await freePort() },
        { ...both, PORT: await freePort() },
      ]
      await installation.query(`UPDATE pool SET size = $1, ceiling = $1 WHERE kind = 'on_site'`, [places])
      const [one, other] = settings
      let [renewed, struck] = await Promise.all([installation.start(one), installation.start(other)])
      const urls = [renewed.url, struck.url]
      const crowds = await Promise.all(urls.map((url) => installation.openCrowd(url, { atOnce: 3 })))
      for (let time = 0; time < (scale === 'short' ? 1 : 5); time++) {
        await sleep(1_000)
        await renewed.end('SIGTERM')
        renewed = await installation.start(one)
        await struck.end('SIGKILL')
        struck = await installation.start(other)
      }
      await sleep(500)
      await Promise.all(crowds.map((crowd) => crowd.stop()))
      const told = crowds.map((crowd) => crowd.told().length).join(' and ')
      report.saw(`${told} people were told yes at the two`)
      await compareHistory(
        report,
        installation,
        crowds.flatMap(({ tries }) => tries),
        urls[0]!,
      )
      const counts = await installation.query<{ status: string; count: number }>(
        'SELECT status, count(*)::integer AS count FROM registration GROUP BY status ORDER BY status',
      )
      const words = counts.map(({ status, count }) => `${count} ${status}`).join(', ')
      report.holds(counts.find(({ status }) => status === 'confirmed')?.count === places, words)
      await installation.query('UPDATE outbox_mail SET leased_until = now() WHERE leased_until > now()')
      await compareLetters(report, installation, office.arrived)
    } finally {
      await installation.close()
      await office.close()
    }
  },
}
