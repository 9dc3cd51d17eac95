import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  ssr: { resolve: { conditions: ['react-server'] } },
  test: {
    include: ['lib/**/*.test.ts', 'prisma/**/*.test.ts', 'app/**/*.test.ts'],
    globalSetup: 'e2e/support/test-postgres.ts',
    // Vite would set BASE_URL to its own "/".
    env: { BASE_URL: 'http://localhost:3000', LOG_LEVEL: 'silent', TZ: 'America/St_Johns' },
    server: { deps: { inline: ['server-only'] } },
    // Properties run a thousand cases and more, on two busy cores.
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
})
