import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const tests = ['app', 'components', 'lib', 'prisma'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join(folder, file)),
)
// What one file replaces must not be replaced for the next; all others share what takes each of them two seconds.
const replaces = (file: string) => /\bvi\.mock\(/.test(readFileSync(file, 'utf8'))

const everywhere = {
  resolve: { alias: { '@': import.meta.dirname } },
  ssr: { resolve: { conditions: ['react-server'] } },
}
const project = (name: string, files: string[], isolate: boolean) => ({
  ...everywhere,
  test: {
    name,
    isolate,
    include: files.map((file) => file.replace(/[[\]]/g, '\\$&')),
    setupFiles: 'e2e/support/fresh-environment.ts',
    // Vite would set BASE_URL to its own "/".
    env: { BASE_URL: 'http://localhost:3000', LOG_LEVEL: 'silent', TZ: 'America/St_Johns' },
    server: { deps: { inline: ['server-only'] } },
    // Properties run a thousand cases and more, on two busy cores.
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
})

export default defineConfig({
  ...everywhere,
  test: {
    globalSetup: 'e2e/support/test-postgres.ts',
    // A test and its database take turns: one core each would leave both waiting half of the time.
    maxWorkers: 2,
    projects: [
      project('alone', tests.filter(replaces), true),
      project(
        'together',
        tests.filter((file) => !replaces(file)),
        false,
      ),
    ],
  },
})
