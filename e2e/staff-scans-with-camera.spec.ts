import path from 'node:path'
import { expect, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { newCode } from '@/lib/ids'
import { makeRegistration } from '@/prisma/factories/registrations'
import { openDoor } from './support/door-page'
import { makeJourneyEvent } from './support/make-journey-event'
import { makeQrFilm, openWithFilm } from './support/qr-film'
import { signIn } from './support/sign-in'

test('the camera reads one badge after the other, each once however long it is held up', async () => {
  const [zoe, ada] = [newCode(), newCode()]
  const film = test.info().outputPath('badges.mjpeg')
  await makeQrFilm(film, [zoe, zoe, null, ada, ada, null])
  const event = await makeJourneyEvent()
  await makeRegistration(event, { name: 'Zoë Sample', code: zoe })
  const { id } = await makeRegistration(event, { name: 'Ada Example', code: ada })
  const browser = await openWithFilm(path.resolve(film))
  const context = await browser.newContext({
    baseURL: process.env.BASE_URL!,
    locale: 'en-GB',
    permissions: ['camera'],
  })
  await signIn(context, { [event.id]: 'check_in' })
  const page = await context.newPage()
  const broken: string[] = []
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) broken.push(message.text())
  })
  await openDoor(page, event.slug)
  await expect(page.locator('[data-camera=on]')).toBeVisible()
  const answer = page.getByRole('status')
  await expect(answer).toContainText(/(Come in|Already here).*Ada Example/s)
  await expect(page.getByText('2 of 2 arrived')).toBeVisible()
  await expect(answer).toContainText(/(Come in|Already here).*Zoë Sample/s)
  expect(await db().checkInFact.count({ where: { registrationId: id } })).toBeLessThanOrEqual(2)

  await page.getByText('This device', { exact: true }).click()
  await page.getByRole('button', { name: 'Pause the camera' }).click()
  await page.getByRole('button', { name: 'Scan with the camera' }).click()
  await expect(page.locator('[data-camera=on]')).toBeVisible()
  const track = await page
    .locator('video')
    .evaluateHandle((video: HTMLVideoElement) => (video.srcObject as MediaStream).getVideoTracks()[0]!)
  await page.getByRole('button', { name: 'Forget everything on this device' }).click()
  await page.getByRole('button', { name: 'Yes, forget it' }).click()
  await expect(page.getByRole('heading', { name: 'This door is closed on this device' })).toBeVisible()
  await expect.poll(() => track.evaluate(({ readyState }) => readyState)).toBe('ended')
  expect(broken).toEqual([])
  await browser.close()
})
