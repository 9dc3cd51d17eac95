import 'server-only'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { loadExampleEvent } from '@/lib/event-files/load-example-event'
import { countEvents } from '@/lib/events/queries'

/** Puts the example into an installation that has no event yet; once taken away it does not come back. */
export async function offerExample(dataDir: string): Promise<void> {
  const mark = path.join(dataDir, 'example-offered')
  if (existsSync(mark)) return
  if ((await countEvents()) === 0) await loadExampleEvent()
  writeFileSync(mark, '')
}
