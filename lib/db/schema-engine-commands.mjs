import { readFileSync } from 'node:fs'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { EngineAdapterFactory } from './schema-engine-adapter.mjs'

/** The three things Prisma asks of the program outside the protocol; each throws when it cannot. */
export const databaseCommands = {
  'can-connect-to-database': (url) => withClient(url, undefined, () => {}),
  'create-database': createDatabase,
  'drop-database': (url) =>
    withClient(url, 'postgres', (client) =>
      client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(nameIn(url))} WITH (FORCE)`),
    ),
}

/** Answers one call of the protocol with a fresh engine; `print` writes to the person's terminal. */
export async function answerCall(method, params, { datasource, datamodelPaths, print }) {
  if (method === 'createDatabase') {
    return { databaseName: await createDatabase(params?.datasource?.url ?? datasource.url) }
  }
  const { SchemaEngine } = await loadEngine()
  const connections = new EngineAdapterFactory(datasource)
  const factory = bindMigrationAwareSqlAdapterFactory(connections)
  const datamodels = datamodelPaths.map((file) => [file, readFileSync(file, 'utf8')])
  try {
    const engine = await SchemaEngine.new(
      { datamodels: datamodels.length ? datamodels : undefined },
      () => {},
      factory,
    )
    return await ask(engine, method, params, print)
  } catch (error) {
    throw Object.assign(error instanceof Error ? error : new Error(String(error)), {
      source: sourceOf(error, factory),
    })
  } finally {
    await connections.close()
  }
}

/** Prisma's code and sentence for a database that does not let us in. */
export function connectionRefusal(error, url) {
  const { host } = new URL(url)
  if (error.code === '3D000') return ['P1003', `Database \`${nameIn(url)}\` does not exist at \`${host}\`.`]
  if (['28P01', '28000'].includes(error.code)) return ['P1000', `Authentication failed at \`${host}\`.`]
  return ['P1001', `Can't reach database server at \`${host}\`: ${error.message || error.code}`]
}

async function ask(engine, method, params, print) {
  if (method === 'getDatabaseVersion') return engine.version(params)
  if (method === 'diff') {
    const { exitCode, stdout } = await engine.diff(params)
    if (stdout != null) await print(stdout)
    return { exitCode, stdout: null }
  }
  if (typeof engine[method] !== 'function') throw new Error(`this schema engine has no method ${method}`)
  // These two cannot open a shadow database themselves; they use what devDiagnostic leaves in the cache.
  if (method === 'evaluateDataLoss' || method === 'createMigration') {
    await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters })
  }
  return (await engine[method](params)) ?? {}
}

async function loadEngine() {
  const glueUrl = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const glue = await import(glueUrl)
  if (!loadEngine.done) {
    const bytes = readFileSync(new URL('./schema_engine_bg.wasm', glueUrl))
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue })
    glue.__wbg_set_wasm(instance.exports)
    instance.exports.__wbindgen_start()
    loadEngine.done = true
  }
  return glue
}

async function createDatabase(url) {
  const name = nameIn(url)
  await withClient(url, 'postgres', async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  })
  return name
}

async function withClient(url, database, run) {
  const target = new URL(url)
  target.searchParams.delete('schema')
  if (database) target.pathname = `/${database}`
  const client = new pg.Client({ connectionString: target.href, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

const nameIn = (url) => decodeURIComponent(new URL(url).pathname.slice(1))

function sourceOf(error, factory) {
  const registered = /\bid(?:": ?|#)(\d+)/.exec(String(error?.message))
  const found = registered && factory.errorRegistry?.consumeError?.(Number(registered[1]))
  return found ? (found.error ?? found) : error
}
