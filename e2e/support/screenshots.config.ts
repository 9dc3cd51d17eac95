import { defineConfig } from '@playwright/test'
import journeys from '../../playwright.config'

// The pictures of the README, taken of the built product with invented people: npm run screenshots
export default defineConfig(journeys, {
  testDir: '.',
  testMatch: 'take-screenshots.ts',
  workers: 1,
  use: { reducedMotion: 'reduce', timezoneId: 'Europe/Berlin' },
})
