import { expect, test } from 'vitest'
import { codePause } from './code-pause'

test('a badge that is held up is one scan, and another after it was out of sight', () => {
  const { see, scans, wait } = makeCamera()
  for (let at = 0; at < 100; at++) {
    see('ada', true)
    wait(1_000)
  }
  expect(scans).toEqual(['ada'])
  wait(4_000)
  see('ada', true)
  expect(scans).toEqual(['ada', 'ada'])
})

test('a badge held up while a question is open is scanned once it is answered; whose question it is, is not', () => {
  const { see, scans, wait } = makeCamera()
  see('zoe', true)
  for (let at = 0; at < 20; at++) {
    wait(1_000)
    see('ada', false)
    see('zoe', false)
  }
  see('zoe', true)
  see('ada', true)
  expect(scans).toEqual(['zoe', 'ada'])
})

function makeCamera() {
  let now = 0
  const scans: string[] = []
  const isSeen = codePause(() => now)
  const see = (code: string, isFree: boolean) =>
    isSeen(code, () => {
      if (isFree) scans.push(code)
      return isFree
    })
  const wait = (milliseconds: number) => {
    now += milliseconds
  }
  return { see, scans, wait }
}
