import { existsSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort, newDataFolder, removeFolder, runToEnd, startServer } from './support/own-server'

let folder: string
test.beforeEach(() => {
  folder = newDataFolder()
})
test.afterEach(() => removeFolder(folder))

const databaseLock = () => path.join(folder, 'data/postgres/data/postmaster.pid')

test('a newcomer finds an example and a link that works once, and ends it all with Ctrl-C', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const settings = { DATA_DIR: path.join(folder, 'data'), PORT: await freePort() }
  const first = await startServer(settings)
  const [link] = /http:\S+\/sign-in\/\S+/.exec(first.said())!
  const page = await browser.newPage()
  for (const _ of ['a mail scanner looks', 'the person comes']) await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`${first.url}/organizer`)
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(link)
  await expect(stranger.getByRole('heading', { name: 'This link does not open any more' })).toBeVisible()

  const example = page.locator('a[href="/events/example-hackathon"]').first()
  await page.goto(first.url)
  await expect(example).toBeVisible()
  const removed = await runToEnd(['bin/lanyard.ts', 'remove', 'example-hackathon', '--yes'], settings)
  expect(removed).toEqual({
    code: 0,
    said: 'Removed example-hackathon with 0 registrations.\n',
    complained: '',
  })
  await page.goto(first.url)
  await expect(example).toHaveCount(0)

  expect(existsSync(databaseLock())).toBe(true)
  expect(await first.end('SIGINT')).toMatchObject({ code: 0, complained: '' })
  expect(existsSync(databaseLock())).toBe(false)

  const second = await startServer(settings)
  expect(second.said()).not.toContain('/sign-in/')
  await page.goto(`${second.url}/organizer`)
  await expect(page).toHaveURL(`${second.url}/organizer`)
  await page.goto(second.url)
  await expect(example).toHaveCount(0)
  expect(await second.end('SIGTERM')).toMatchObject({ code: 0 })
})

const wrong: [string, Record<string, string>, string][] = [
  ['a port that is no number', { PORT: 'http' }, 'PORT must be a whole number from 1 to 65535.'],
  [
    'an address with a path',
    { BASE_URL: 'https://example.org/events' },
    'BASE_URL must look like https://events.example.org, without a path.',
  ],
  [
    'a database without a secret',
    { DATABASE_URL: 'postgresql://127.0.0.1:1/lanyard' },
    'NEXTAUTH_SECRET must be set when DATABASE_URL is, to the same value for every process on that database.',
  ],
  [
    'a database that is not there',
    {
      DATABASE_URL: 'postgresql://127.0.0.1:1/lanyard',
      NEXTAUTH_SECRET: 'a secret of invented tests, long enough',
    },
    'The database at DATABASE_URL cannot be reached (ECONNREFUSED). Check that it runs there.',
  ],
]

for (const [what, settings, sentence] of wrong) {
  test(`${what} is answered with a sentence, by both entrances`, async () => {
    const all = { DATA_DIR: path.join(folder, 'data'), PORT: await freePort(), ...settings }
    for (const entrance of [['bin/start.ts'], ['bin/lanyard.ts', 'export', 'spring']])
      expect(await runToEnd(entrance, all)).toEqual({ code: 1, said: '', complained: `${sentence}\n` })
  })
}

test('a port in use and a folder that cannot be written are answered with a sentence', async () => {
  const port = await freePort()
  const occupant = net.createServer().listen(Number(port))
  const taken = await runToEnd(['bin/start.ts'], { DATA_DIR: path.join(folder, 'data'), PORT: port })
  occupant.close()
  const complained = `Port ${port} is already in use. Stop what runs there, or set PORT to another one.\n`
  expect(taken).toEqual({ code: 1, said: '', complained })
  expect(existsSync(path.join(folder, 'data'))).toBe(false)

  const file = path.join(folder, 'a-file')
  writeFileSync(file, '')
  const closed = await runToEnd(['bin/start.ts'], { DATA_DIR: path.join(file, 'data'), PORT: port })
  expect(closed).toMatchObject({ code: 1, said: '' })
  expect(closed.complained).toMatch(
    /^The data folder \S+ cannot be written \(ENOTDIR\)\. Make it writable for this user, or set DATA_DIR to another folder\.\n$/,
  )
})
