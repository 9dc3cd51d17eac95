import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyEventFile } from '@/prisma/factories/event-files'
import { parseEventFile } from './parse-event-file'
import { writeEventFile } from './write-event-file'

it('reads again what it wrote, whatever the event', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(anyEventFile(), (file) => {
      expect(parseEventFile(writeEventFile(file))).toEqual({ ok: true, file })
    }),
    { numRuns: 1_000 },
  )
})

it.each(['scs-hackathon-3', 'scs-hackathon-4'])('writes %s with every key and reads the same', (name) => {
  const parsed = parseEventFile(readFileSync(`prisma/factories/event-files/${name}.yaml`, 'utf8'))
  if (!parsed.ok) throw new Error('unreadable')
  const text = writeEventFile(parsed.file)
  expect(parseEventFile(text)).toEqual(parsed)
  const keys = [...parsed.file.activities, ...parsed.file.meals, ...parsed.file.hotels].map(({ key }) => key)
  for (const key of keys) expect(text).toContain(`key: ${key}\n`)
})
