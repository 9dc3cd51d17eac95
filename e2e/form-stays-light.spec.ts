import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from '@playwright/test'
import { makeJourneyEvent } from './support/make-journey-event'

const kB = 1_000
const limits = { firstView: 260 * kB, ownScripts: 25 * kB }

test('the form arrives within its budget on a phone that has seen nothing of us before', async ({ page }) => {
  const event = await makeJourneyEvent()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  const paths = new Map<string, string>()
  const bytes: Record<string, number> = {}
  devtools.on('Network.responseReceived', ({ requestId, response }) =>
    paths.set(requestId, new URL(response.url).pathname),
  )
  // Everything that came over the line for an answer: headers, and the body as it was compressed.
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const path = paths.get(requestId)
    if (path) bytes[path] = (bytes[path] ?? 0) + encodedDataLength
  })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/events/${event.slug}/register`, { waitUntil: 'networkidle' })
  await expect(page.getByRole('button', { name: 'Check and register' })).toBeVisible()
  await page.evaluate(() => document.fonts.ready)

  const own = ownScripts('/events/[slug]/register')
  const sum = (chosen: (path: string) => boolean) =>
    Object.entries(bytes).reduce((all, [path, size]) => (chosen(path) ? all + size : all), 0)
  const fonts = Object.keys(bytes).filter((path) => path.endsWith('.woff2'))
  const mine = sum((path) => own.has(path))
  test.info().annotations.push({ type: 'bytes', description: JSON.stringify(bytes) })
  console.log(`form: ${sum(() => true)} bytes in all, ${mine} of our own scripts`)
  expect(fonts).toEqual([expect.stringContaining('-latin-wght-')])
  expect(mine).toBeGreaterThan(0)
  expect(sum(() => true)).toBeLessThanOrEqual(limits.firstView)
  expect(mine).toBeLessThanOrEqual(limits.ownScripts)
})

/**
 * The chunks that hold modules of `app/` and `components/`, as the build lists them, without those every page of the
 * framework's router needs. A chunk that holds a library beside our modules counts as ours, so the sum errs upwards.
 */
function ownScripts(page: string): Set<string> {
  const sandbox: { __RSC_MANIFEST?: Record<string, Manifest> } = {}
  runInNewContext(readFileSync(`.next/server/app${page}/page_client-reference-manifest.js`, 'utf8'), sandbox)
  const modules = Object.entries(sandbox.__RSC_MANIFEST![`${page}/page`]!.clientModules)
  const chunksOf = (name: RegExp) => modules.flatMap(([file, { chunks }]) => (name.test(file) ? chunks : []))
  const routers = chunksOf(/\/next\/dist\/.*\/layout-router\.js/)
  const ours = chunksOf(/^\[project\]\/(app|components)\//)
  return new Set(ours.filter((chunk) => !routers.includes(chunk)))
}

type Manifest = { clientModules: Record<string, { chunks: string[] }> }
