import { setTimeout as sleep } from 'node:timers/promises'
import { openLine } from '../support/line'
import { openPostOffice } from '../support/post-office'
import { compareHistory } from './compare-history'
import { compareLetters } from './compare-letters'
import { measureWaits } from './measure-waits'
import type { Try } from './open-crowd'
import { openInstallation } from './open-installation'
import { type Drill, seconds } from './open-report'

export const postIsSlow: Drill = {
  done: 'Two processes; the mail server thinks about each letter for long, then hangs (it accepts, and never answers), then is well.',
  promised:
    'No page is slower; no letter is handed in by both; all are out within 5 min after the server is well.',
  async run(report, scale) {
    const [thought, hang] = scale === 'short' ? [1_000, 3_000] : [15_000, 90_000]
    const installation = await openInstallation()
    let pause = 0
    const office = await openPostOffice({ keep: () => sleep(pause) })
    const line = await openLine(new URL(office.url))
    try {
      const settings = { ...installation.outside, SMTP_URL: line.url }
      const { url } = await installation.start(settings)
      await installation.start(settings)
      const tries: Try[] = []
      const duration = scale === 'short' ? 1_000 : 15_000
      await measureWaits(installation, url, 1_000, tries)
      const well = await measureWaits(installation, url, duration, tries)
      pause = thought
      const slow = await measureWaits(installation, url, duration, tries)
      const numbers = office.arrived.map(({ mail }) => mail.messageId)
      report.holds(
        new Set(numbers).size === numbers.length,
        `${seconds(thought)} for each letter: ${numbers.length} arrived, none by both`,
      )
      line.freeze()
      const hung = await measureWaits(installation, url, duration, tries)
      await sleep(hang)
      line.thaw()
      pause = 0
      const said = [well, slow, hung].map((ms) => `${ms.toFixed(0)} ms`).join(', ')
      report.holds(
        scale === 'short' || Math.max(slow, hung) <= well + 50,
        `p95 of pages and forms while the mail server is well, slow, hangs: ${said}`,
      )
      await compareLetters(report, installation, office.arrived)
      await compareHistory(report, installation, tries, url)
    } finally {
      await installation.close()
      await line.close()
      await office.close()
    }
  },
}
