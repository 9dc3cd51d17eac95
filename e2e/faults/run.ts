import { buildIfNeeded } from '@/lib/operations/build'
import { drills } from './drills'
import { openReport, type Scale, seconds } from './open-report'

// What breaks, and what people are promised while it does (docs/faults.md):
//   npm run faults -- [--short] [name…]
const words = process.argv.slice(2)
const scale: Scale = words.includes('--short') ? 'short' : 'long'
const named = words.filter((word) => !word.startsWith('--'))
const unknown = named.filter((name) => !drills[name])
if (unknown.length > 0) {
  console.error(
    `There is no drill called ${unknown.join(', ')}. There are: ${Object.keys(drills).join(', ')}.`,
  )
  process.exit(2)
}
await buildIfNeeded(console.log)
for (const name of named.length > 0 ? named : Object.keys(drills)) {
  const { done, promised, run } = drills[name]!
  console.log(`\n${name}\n  done      ${done}\n  promised  ${promised}`)
  const report = openReport()
  const began = performance.now()
  await run(report, scale).catch((error: Error) =>
    report.holds(false, `the drill itself failed: ${error.stack}`),
  )
  for (const sentence of report.seen)
    console.log(`  ${report.broken.includes(sentence) ? 'BROKEN  ' : 'seen    '}  ${sentence}`)
  const verdict = report.broken.length === 0 ? 'kept' : 'BROKEN'
  console.log(`  verdict   ${verdict}, after ${seconds(performance.now() - began)}`)
  if (report.broken.length > 0) process.exitCode = 1
}
