import { spawnSync } from 'node:child_process'
import { openTemporaryPostgres } from './temporary-postgres'

// Runs a command that needs a PostgreSQL for a moment (Prisma's shadow database, say):
//   node --import tsx e2e/support/with-database.ts npx prisma migrate diff …
const server = await openTemporaryPostgres()
try {
  const [command, ...args] = process.argv.slice(2)
  const urls = { DATABASE_URL: server.url, SHADOW_DATABASE_URL: await server.createDatabase('shadow') }
  const result = spawnSync(command!, args, { stdio: 'inherit', env: { ...process.env, ...urls } })
  process.exitCode = result.status ?? 1
} finally {
  await server.close()
}
