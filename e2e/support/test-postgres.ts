import type { TestProject } from 'vitest/node'
import { migrate } from '@/lib/db/migrate'
import { openTemporaryPostgres } from './temporary-postgres'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

/** One PostgreSQL for the whole run, with a database called "template" where every migration is applied. */
export default async function setup(project: TestProject) {
  const server = await openTemporaryPostgres()
  await migrate(await server.createDatabase('template'))
  project.provide('postgresUrl', server.url)
  return server.close
}
