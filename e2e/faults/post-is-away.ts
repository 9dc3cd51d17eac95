import { setTimeout as sleep } from 'node:timers/promises'
import { openLine } from '../support/line'
import { openPostOffice } from '../support/post-office'
import { compareHistory } from './compare-history'
import { compareLetters } from './compare-letters'
import { measureWaits, median } from './measure-waits'
import type { Try } from './open-crowd'
import { openInstallation } from './open-installation'
import { type Drill, type Report, type Scale, seconds } from './open-report'

export const postIsAway: Drill = {
  done: 'Nobody answers at the mail server, in turns with times when somebody does, then for minutes; people go on.',
  promised:
    'No page is slower (p95 within 50 ms); every letter is out within 5 min after the server is back.',
  async run(report, scale) {
    const installation = await openInstallation()
    const office = await openPostOffice()
    const line = await openLine(new URL(office.url))
    try {
      const { url } = await installation.start({ SMTP_URL: line.url })
      const tries: Try[] = []
      await measureInTurns(report, scale, line, (ms) => measureWaits(installation, url, ms, tries))
      await line.hangUp()
      await measureWaits(installation, url, 1_000, tries)
      const outage = scale === 'short' ? 1_000 : 180_000
      await sleep(outage)
      await line.pickUp()
      report.saw(`the mail server was back after another ${seconds(outage)}`)
      await compareLetters(report, installation, office.arrived)
      await compareHistory(report, installation, tries, url)
    } finally {
      await installation.close()
      await line.close()
      await office.close()
    }
  },
}

type Line = Awaited<ReturnType<typeof openLine>>

// In turns, so that what disturbs the machine disturbs both; too few in the short version to judge.
async function measureInTurns(
  report: Report,
  scale: Scale,
  line: Line,
  measure: (ms: number) => Promise<number>,
) {
  const [rounds, duration] = scale === 'short' ? [1, 1_500] : [5, 8_000]
  const waits = { there: [] as number[], away: [] as number[] }
  await measure(duration)
  for (let round = 0; round < rounds; round++) {
    waits.there.push(await measure(duration))
    await line.hangUp()
    waits.away.push(await measure(duration))
    await line.pickUp()
  }
  const [there, away] = [median(waits.there), median(waits.away)]
  const said = `p95 of pages and forms: ${there.toFixed(0)} ms with mail, ${away.toFixed(0)} ms without`
  report.holds(scale === 'short' || away <= there + 50, said)
}
