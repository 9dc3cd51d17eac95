import { expect, type FrameLocator, type Page } from '@playwright/test'

/** Presses the form's button, and, where a long form shows all answers once more, the button below them. */
export async function sendForm(page: Page | FrameLocator): Promise<void> {
  await page.locator('form#register button[type=submit]').click()
  const review = page.locator('[data-review]')
  const answer = page.locator('[data-registration-status], [data-error-summary]')
  await expect(review.or(answer)).toBeVisible()
  if (await review.isVisible()) await review.locator('button[type=submit]').click()
}
