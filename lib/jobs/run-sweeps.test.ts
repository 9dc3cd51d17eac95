import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listLateSweeps, listSweeps, runSweeps } from './run-sweeps'

const minute = 60_000
let stop = async () => {}

beforeEach(() => void vi.useFakeTimers())
afterEach(async () => {
  await stop()
  vi.useRealTimers()
})

test('asks again and again, one run at a time, until it is stopped', async () => {
  let [running, most, runs] = [0, 0, 0]
  const run = async () => {
    most = Math.max(most, ++running)
    await lasting(5_000)
    running--
    runs++
  }
  stop = runSweeps([{ name: 'slow', everySeconds: 1, run }])
  await vi.advanceTimersByTimeAsync(6_000 * 4 - 1)
  expect({ runs, most }).toEqual({ runs: 4, most: 1 })
  await stop()
  await vi.advanceTimersByTimeAsync(minute)
  expect({ runs, most, running }).toEqual({ runs: 4, most: 1, running: 0 })
})

test('they begin one after the other, and a first run that takes long keeps no other from its turn', async () => {
  const began: Record<string, number> = {}
  const from = Date.now()
  const sweep = (name: string, run = async () => {}) => ({
    ...{ name, everySeconds: 3600 },
    run: () => {
      began[name] = Date.now() - from
      return run()
    },
  })
  stop = runSweeps([sweep('mails'), sweep('long', () => lasting(20_000)), sweep('rooms'), sweep('erasure')])
  expect(began).toEqual({})
  await vi.advanceTimersByTimeAsync(499)
  expect(began).toEqual({ mails: 0 })
  await vi.advanceTimersByTimeAsync(25_000)
  expect(began).toEqual({ mails: 0, long: 500, rooms: 1_000, erasure: 1_500 })
})

test('one that is stopped before its first turn has none', async () => {
  const run = vi.fn().mockResolvedValue(undefined)
  const sweeps = ['first', 'second'].map((name) => ({ name, everySeconds: 1, run }))
  const stopNow = runSweeps(sweeps)
  await vi.advanceTimersByTimeAsync(0)
  await stopNow()
  await vi.advanceTimersByTimeAsync(minute)
  expect(run).toHaveBeenCalledTimes(1)
})

test('a sweep that fails is tried again, and another does not notice', async () => {
  const failing = vi.fn().mockRejectedValue(new Error('the database is away'))
  const fine = vi.fn().mockResolvedValue(undefined)
  stop = runSweeps([
    { name: 'failing', everySeconds: 1, run: failing },
    { name: 'fine', everySeconds: 1, run: fine },
  ])
  await vi.advanceTimersByTimeAsync(3_500)
  expect([failing, fine].map(({ mock }) => mock.calls.length)).toEqual([4, 4])
})

test('stopping waits for what is under way', async () => {
  let isDone = false
  const run = async () => {
    await lasting(30_000)
    isDone = true
  }
  const stopNow = runSweeps([{ name: 'long', everySeconds: 60, run }])
  await vi.advanceTimersByTimeAsync(0)
  const stopped = stopNow()
  await vi.advanceTimersByTimeAsync(29_999)
  expect(isDone).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  await stopped
  expect(isDone).toBe(true)
})

test('one that fails or hangs is late five minutes after its turn, until it works again', async () => {
  let isAway = true
  const run = () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve())
  stop = runSweeps([
    { name: 'failing', everySeconds: 60, run },
    { name: 'hanging', everySeconds: 60, run: () => lasting(20 * minute) },
    { name: 'fine', everySeconds: 60, run: async () => {} },
  ])
  await vi.advanceTimersByTimeAsync(6 * minute - 1)
  expect(listLateSweeps()).toEqual([])
  await vi.advanceTimersByTimeAsync(2)
  expect(listLateSweeps()).toEqual(['failing', 'hanging'])
  isAway = false
  await vi.advanceTimersByTimeAsync(minute)
  expect(listLateSweeps()).toEqual(['hanging'])
  const stopped = stop()
  await vi.advanceTimersByTimeAsync(20 * minute)
  await stopped
  expect(listLateSweeps()).toEqual([])
})

test('each says when it last worked; what failed since it began has not worked yet', async () => {
  const began = Date.now()
  stop = runSweeps([
    { name: 'fine', everySeconds: 60, run: async () => {} },
    { name: 'failing', everySeconds: 1, run: () => Promise.reject(new Error('away')) },
  ])
  await vi.advanceTimersByTimeAsync(90_000)
  expect(listSweeps()).toEqual([
    { name: 'fine', everySeconds: 60, workedAt: new Date(began + 60_000), isLate: false },
    { name: 'failing', everySeconds: 1, workedAt: null, isLate: false },
  ])
  await vi.advanceTimersByTimeAsync(4 * minute)
  expect(listSweeps().map(({ isLate }) => isLate)).toEqual([false, true])
})

const lasting = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
