import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseEventFile } from './parse-event-file'
import { sayWhatWaits } from './say-what-waits'

const plain = readFileSync('prisma/factories/event-files/scs-hackathon-3.yaml', 'utf8')

it('says of each key that nothing acts on yet what happens instead', () => {
  const sentences = waitingIn(`${plain}
registration: { approval: true, confirm_email: true, access_code: let me in, waiting: offer, transfer: true, freeze: 2023-11-01T10:00 }
check_in_points: [{ name: Door, exits: true }]
image: house.png
questions: [{ key: size, label: { en: Size }, type: text }]
`)
  expect(sentences).toEqual(['image is kept, but does nothing yet: no picture is shown.'])
})

it('is silent about a file that asks for nothing of it', () => {
  expect(waitingIn(plain)).toEqual([])
  expect(waitingIn(`${plain}\nregistration: { approval: false, waiting: auto }\n`)).toEqual([])
})

function waitingIn(text: string): string[] {
  const parsed = parseEventFile(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return sayWhatWaits(parsed.file)
}
