import { expect, test, vi } from 'vitest'
import { runSweeps } from './run-sweeps'

test('asks again and again, one run at a time, until it is stopped', async () => {
  let running = 0
  let most = 0
  let runs = 0
  const stop = runSweeps([
    {
      name: 'slow',
      everySeconds: 0.001,
      run: async () => {
        most = Math.max(most, ++running)
        await new Promise((resolve) => setTimeout(resolve, 5))
        running--
        runs++
      },
    },
  ])
  await vi.waitFor(() => expect(runs).toBeGreaterThan(3))
  await stop()
  const atStop = runs
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect({ runs, most, running }).toEqual({ runs: atStop, most: 1, running: 0 })
})

test('a sweep that fails is tried again, and another does not notice', async () => {
  const failing = vi.fn().mockRejectedValue(new Error('the database is away'))
  const fine = vi.fn().mockResolvedValue(undefined)
  const stop = runSweeps([
    { name: 'failing', everySeconds: 0.001, run: failing },
    { name: 'fine', everySeconds: 0.001, run: fine },
  ])
  await vi.waitFor(() =>
    expect(Math.min(failing.mock.calls.length, fine.mock.calls.length)).toBeGreaterThan(2),
  )
  await stop()
})

test('stopping waits for what is under way', async () => {
  let isDone = false
  const run = async () => {
    await new Promise((resolve) => setTimeout(resolve, 30))
    isDone = true
  }
  await runSweeps([{ name: 'long', everySeconds: 60, run }])()
  expect(isDone).toBe(true)
})
