import path from 'node:path'
import { defineConfig } from 'prisma/config'

// The native engine would be downloaded on first use, which fails where the network is closed.
// Windows cannot execute a script as a program, so there Prisma fetches its own.
if (process.platform !== 'win32') {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname, 'lib/db/schema-engine.mjs')
}

const nowhere = 'postgresql://nobody@127.0.0.1:1/none'

export default defineConfig({
  schema: 'prisma/schema',
  migrations: {
    path: 'prisma/migrations',
    seed: 'node --conditions=react-server --import tsx prisma/seed.ts',
  },
  datasource: {
    url: process.env.DATABASE_URL || nowhere,
    shadowDatabaseUrl: process.env.SHADOW_DATABASE_URL || undefined,
  },
})
