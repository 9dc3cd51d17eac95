import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openEmbeddedPostgres } from '@/lib/db/embedded-postgres'
import { freePort, newDataFolder, type OwnServer, removeFolder, startServer } from '../support/own-server'
import { applyFile, copyPreparedData, secret } from './copy-prepared-data'
import { type Crowd, type Manner, openCrowd } from './open-crowd'

export type Installation = Awaited<ReturnType<typeof openInstallation>>
export const formPath = '/events/example-hackathon/register'

/**
 * What a drill may break: a database with the example event and room for everybody, and servers started as an operator
 * does. To those started with `outside` the database is somebody else's; the others look after it themselves.
 */
export async function openInstallation(folder = newDataFolder()) {
  const data = path.join(folder, 'data')
  await copyPreparedData(data)
  const attach = () => openEmbeddedPostgres(path.join(data, 'postgres'))
  let postgres = await attach()
  const stopNow = () => void postgres.stop()
  process.once('exit', stopNow)
  const servers: OwnServer[] = []
  const crowds: Crowd[] = []
  const outside = { ...secret, DATABASE_URL: postgres.url, DATA_DIR: path.join(folder, 'outside') }
  return {
    folder,
    postgres: () => postgres,
    outside,
    apply: (file: string) => applyFile(outside, file),
    query: <T extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      ask<T>(postgres.url, text, values),
    async start(settings: Record<string, string> = {}) {
      const server = await startServer({ DATA_DIR: data, PORT: await freePort(), ...secret, ...settings })
      servers.push(server)
      // It may have started the database anew, elsewhere.
      postgres = await attach()
      return server
    },
    /** Load that begins when the server is ready, and ends with the installation at the latest. */
    async openCrowd(url: string, manner: Manner = {}) {
      await untilReady(url)
      const crowd = await openCrowd(url + formPath, manner)
      crowds.push(crowd)
      return crowd
    },
    async close() {
      await Promise.all(crowds.map((crowd) => crowd.stop()))
      await Promise.all(servers.map((server) => server.end('SIGTERM')))
      // A server may have started it anew.
      await postgres.revive()
      await postgres.stop()
      process.off('exit', stopNow)
      removeFolder(folder)
    },
  }
}

/** How long until this server is ready, in milliseconds; infinite when it is not within `most`. */
export const untilReady = (url: string, most = 30_000): Promise<number> => until(() => isReady(url), most)

export const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/api/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  )

/** How long until something is so, in milliseconds; infinite when it is not within `most`. */
export async function until(isSo: () => boolean | Promise<boolean>, most: number): Promise<number> {
  const began = performance.now()
  while (!(await isSo())) {
    if (performance.now() - began > most) return Number.POSITIVE_INFINITY
    await sleep(50)
  }
  return performance.now() - began
}

async function ask<T extends pg.QueryResultRow>(connectionString: string, text: string, values: unknown[]) {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<T>(text, values)).rows
  } finally {
    await client.end()
  }
}
