import type { Try } from './open-crowd'
import { formPath, type Installation } from './open-installation'

/**
 * What people wait for an answer, but for one in twenty, in milliseconds, while some read and some register for so
 * long; those who registered are added to `tries`.
 */
export async function measureWaits(
  installation: Installation,
  url: string,
  duration: number,
  tries: Try[],
): Promise<number> {
  const crowd = await installation.openCrowd(url, { atOnce: 2, pause: 60 })
  const waits: number[] = []
  const until = performance.now() + duration
  while (performance.now() < until) {
    const began = performance.now()
    await (await fetch(url + formPath.replace('/register', ''))).text()
    waits.push(performance.now() - began)
  }
  await crowd.stop()
  tries.push(...crowd.tries)
  waits.push(...crowd.tries.map(({ ms }) => ms))
  return waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.95)]!
}

export const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
