import { expect, test } from '@playwright/test'
import { drills } from './faults/drills'
import { openReport } from './faults/open-report'

// The short version of each; the long one is a command: npm run faults (docs/faults.md).
for (const [name, { done, promised, run }] of Object.entries(drills)) {
  test(`${name}: ${promised}`, async () => {
    test.setTimeout(300_000)
    const report = openReport()
    await run(report, 'short')
    const seen = report.seen.join('\n')
    expect(report.broken, `${done}\n${seen}`).toEqual([])
    expect(report.seen.length).toBeGreaterThan(0)
  })
}
