import { defineConfig } from '@playwright/test'
import { findChromium } from './e2e/support/find-chromium'

// Started by e2e/support/run.ts, which brings the database, the post office and the server.
export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  reporter: 'list',
  outputDir: 'node_modules/.cache/journeys',
  use: {
    baseURL: process.env.BASE_URL,
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
})
