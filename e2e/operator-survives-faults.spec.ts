import { expect, test } from '@playwright/test'
import { drills } from './faults/drills'
import { openReport } from './faults/open-report'

// What takes seconds; all of them, and as long as they have to be, are a command: npm run faults (docs/faults.md).
for (const name of ['one-after-another', 'disk-is-full']) {
  const { done, promised, run } = drills[name]!
  test(`${name}: ${promised}`, async () => {
    test.setTimeout(300_000)
    const report = openReport()
    await run(report, 'short')
    const seen = report.seen.join('\n')
    expect(report.broken, `${done}\n${seen}`).toEqual([])
    expect(report.seen.length).toBeGreaterThan(0)
  })
}
