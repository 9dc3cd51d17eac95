import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { tuesdayAfter } from '@/lib/event-files/load-example-event'
import { newId } from '@/lib/ids'
import { runToEnd } from './support/own-server'
import { sendForm } from './support/send-form'

// Each order on the command line is a process of its own.
test.describe.configure({ timeout: 120_000 })

let folder: string
let slug: string
let written: string
test.beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'lanyard-files-'))
  slug = `dresden-${newId().slice(-12)}`
  const text = await readFile('prisma/factories/event-files/scs-hackathon-3.yaml', 'utf8')
  written = text.replace('slug: scs-hackathon-3', `slug: ${slug}`)
})
test.afterEach(() => rmSync(folder, { recursive: true }))

test('a past event is applied as it was, says that it is over, and keeps its names for good', async ({
  page,
}) => {
  const first = await apply(`${written}also_known_as: [3${slug}]\n`)
  expect(first).toMatchObject({ code: 0, said: expect.stringContaining(`Done: /events/${slug}\n`) })
  expect(first.complained).toContain('Warning: The event ended in the past (2023-11-08T19:00).')
  expect((await apply(`${written}also_known_as: [3${slug}]\n`)).said).toBe('no changes\n')

  await page.goto(`/events/${slug}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('SCS Community Hackathon #3')
  await expect(page.getByRole('main')).toContainText('This event is over')
  await expect(page.getByRole('main')).toContainText('Walk through Dresden')
  await expect(page.getByRole('link', { name: 'Register' })).toHaveCount(0)
  await page.goto(`/events/${slug}/register`)
  await expect(page).toHaveURL(`/events/${slug}`)

  const renamed = written.replace(`slug: ${slug}`, `slug: ${slug}-again`)
  const moved = await apply(`${renamed}also_known_as: [${slug}]\n`)
  expect(moved).toMatchObject({ code: 0, said: expect.stringContaining(`“${slug}” → “${slug}-again”`) })
  for (const old of [slug, `3${slug}`]) {
    const answer = await page.request.get(`/events/${old}`, { maxRedirects: 0 })
    expect(answer.status()).toBe(308)
    expect(new URL(answer.headers().location!, answer.url()).pathname).toBe(`/events/${slug}-again`)
  }
})

test('a window that is not open yet, or closed while somebody types, is told as it is', async ({ page }) => {
  const ahead = ['--shift-to', tuesdayAfter(new Date())]
  expect(await apply(written, ahead)).toMatchObject({ code: 0, complained: '' })
  await page.goto(`/events/${slug}`)
  await page.getByRole('link', { name: 'Register' }).first().click()
  await page.getByRole('textbox', { name: 'Name on your badge' }).fill('Ada Example')
  await page.getByRole('textbox', { name: 'Legal name' }).fill('Ada Example')
  await page.getByRole('textbox', { name: 'E-mail' }).fill(`ada-${newId()}@example.org`)
  await page.getByRole('radio', { name: 'On site' }).check()
  await page.getByRole('radio', { name: 'Photos are fine' }).check()

  expect((await apply(`${written}registration: { closes: 2000-01-01T12:00Z }\n`, ahead)).code).toBe(0)
  await sendForm(page)
  await expect(page.getByRole('main')).toContainText('Registration has closed.')
  await expect(page.getByRole('textbox', { name: 'Name on your badge' })).toHaveValue('Ada Example')
  expect(await db().registration.count({ where: { event: { slug } } })).toBe(0)
  await page.goto(`/events/${slug}`)
  await expect(page.getByRole('main')).toContainText('Registration has closed')

  const early = `${written}registration: { opens: 2023-11-01T09:00 }\n`
  expect((await apply(early, ahead)).code).toBe(0)
  await page.reload()
  await expect(page.getByText(/^Registration opens .*09:00/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Register' })).toHaveCount(0)
})

test('mistakes are named with their line, and keys that nothing acts on yet with what happens instead', async () => {
  const wrong = await apply(`${written}accent: mauve\nlanguages: [en, fr]\n`)
  expect(wrong).toMatchObject({ code: 1, said: '' })
  const lines = written.split('\n').length
  expect(wrong.complained).toContain(`:${lines}:1: accent: has to be “coral” or`)
  expect(wrong.complained).toContain(`:${lines + 1}:17: languages.1: has to be “en” or “de”, not “fr”`)
  expect(await db().event.count({ where: { slug } })).toBe(0)

  const early = await apply(`${written}image: house.png\n`, ['--shift-to', tuesdayAfter(new Date())])
  expect(early.complained).toBe('Warning: image is kept, but does nothing yet: no picture is shown.\n')
  expect(early.code).toBe(0)
})

/** As an organizer does on the machine that serves it. */
async function apply(text: string, more: string[] = []) {
  const file = path.join(folder, 'event.yaml')
  writeFileSync(file, text)
  const { DATABASE_URL, NEXTAUTH_SECRET, BASE_URL, PORT, DATA_DIR } = process.env as Record<string, string>
  const settings = { DATABASE_URL, NEXTAUTH_SECRET, BASE_URL, PORT, DATA_DIR } as Record<string, string>
  return await runToEnd(['bin/lanyard.ts', 'apply', file, '--yes', '--publish', ...more], settings)
}
