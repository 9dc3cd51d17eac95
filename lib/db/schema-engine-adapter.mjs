import { ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils'
import pg from 'pg'

/**
 * Opens databases for the schema engine, one connection each.
 * @prisma/adapter-pg cannot serve it: it refuses the catalog type "char", splits scripts at every
 * semicolon (inside $$ bodies too), and its pool breaks the engine's per-session advisory lock.
 */
export class EngineAdapterFactory {
  provider = 'postgres'
  adapterName = 'schema-engine-pg'
  #clients = []
  #url
  #schema
  #shadowUrl

  constructor(datasource) {
    this.#url = new URL(datasource.url)
    this.#schema = this.#url.searchParams.get('schema') ?? 'public'
    this.#url.searchParams.delete('schema')
    this.#shadowUrl = datasource.shadowDatabaseUrl ? new URL(datasource.shadowDatabaseUrl) : undefined
  }

  async connect() {
    return new EngineAdapter(await this.#open(this.#url), this.#schema)
  }

  async connectToShadowDb() {
    if (this.#shadowUrl) return new EngineAdapter(await this.#open(this.#shadowUrl), this.#schema)
    const owner = await this.#open(this.#url)
    const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
    await owner.query(`CREATE DATABASE "${name}"`)
    const shadowUrl = new URL(this.#url)
    shadowUrl.pathname = `/${name}`
    return new EngineAdapter(await this.#open(shadowUrl), this.#schema, async () => {
      await owner.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
      await owner.end()
    })
  }

  async close() {
    await Promise.allSettled(this.#clients.map((client) => client.end()))
  }

  async #open(url) {
    const searchPath = this.#schema === 'public' ? 'public' : JSON.stringify(this.#schema)
    const options = `-c TimeZone=UTC -c search_path=${searchPath}`
    const client = new pg.Client({ connectionString: url.href, options })
    client.on('error', () => {})
    this.#clients.push(client)
    await client.connect()
    return client
  }
}

class EngineAdapter {
  provider = 'postgres'
  adapterName = 'schema-engine-pg'

  constructor(client, schemaName, afterClose = async () => {}) {
    this.client = client
    this.schemaName = schemaName
    this.afterClose = afterClose
  }

  async queryRaw(query) {
    const { fields, rows } = await this.#query(query)
    return {
      columnNames: fields.map((field) => field.name),
      columnTypes: fields.map((field) => columnTypes.get(field.dataTypeID) ?? ColumnTypeEnum.Text),
      rows,
    }
  }

  async executeRaw(query) {
    return (await this.#query(query)).rowCount ?? 0
  }

  // The simple protocol makes the whole script one implicit transaction.
  async executeScript(script) {
    await asAdapterError(() => this.client.query(script))
  }

  getConnectionInfo() {
    return { schemaName: this.schemaName, supportsRelationJoins: true }
  }

  async startTransaction() {
    await this.executeRaw({ sql: 'BEGIN' })
    const nothing = async () => {}
    const methods = ['queryRaw', 'executeRaw', 'executeScript', 'getConnectionInfo']
    const bound = Object.fromEntries(methods.map((method) => [method, this[method].bind(this)]))
    const { provider, adapterName } = this
    return {
      ...bound,
      provider,
      adapterName,
      options: { usePhantomQuery: false },
      commit: nothing,
      rollback: nothing,
    }
  }

  async dispose() {
    await this.client.end().catch(() => {})
    await this.afterClose()
  }

  #query({ sql, args = [], argTypes = [] }) {
    const values = args.map((value, i) =>
      argTypes[i]?.scalarType === 'bytes' && typeof value === 'string' ? Buffer.from(value, 'base64') : value,
    )
    return asAdapterError(() => this.client.query({ text: sql, values, rowMode: 'array', types }))
  }
}

async function asAdapterError(run) {
  try {
    return await run()
  } catch (error) {
    if (!error?.code || !error?.severity) throw error
    const { code, severity, message, detail, column, hint } = error
    const seen = { originalCode: code, originalMessage: message }
    throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint, ...seen })
  }
}

const C = ColumnTypeEnum
// PostgreSQL's type numbers (pg_type.oid) and what the engine calls them.
const columnTypes = new Map([
  ...[19, 25, 1042, 1043].map((oid) => [oid, C.Text]),
  ...[21, 23].map((oid) => [oid, C.Int32]),
  ...[20, 26].map((oid) => [oid, C.Int64]),
  ...[1003, 1009, 1015].map((oid) => [oid, C.TextArray]),
  ...[1005, 1007].map((oid) => [oid, C.Int32Array]),
  ...[1016, 1028].map((oid) => [oid, C.Int64Array]),
  ...[114, 3802].map((oid) => [oid, C.Json]),
  ...[1114, 1184].map((oid) => [oid, C.DateTime]),
  [16, C.Boolean],
  [17, C.Bytes],
  [18, C.Character],
  [700, C.Float],
  [701, C.Double],
  [1082, C.Date],
  [1083, C.Time],
  [1700, C.Numeric],
  [2950, C.Uuid],
  [1000, C.BooleanArray],
  [1002, C.CharacterArray],
])

const asText = (value) => value
const asInstant = (value) => `${value.replace(' ', 'T').replace(/[+-]\d{2}(:\d{2})?$/, '')}+00:00`
const asTextArray = pg.types.getTypeParser(1009)
const parsers = new Map([
  ...[114, 3802, 1082, 1083, 1700].map((oid) => [oid, asText]),
  ...[1114, 1184].map((oid) => [oid, asInstant]),
  ...[1002, 1003].map((oid) => [oid, asTextArray]),
])
const types = { getTypeParser: (oid, format) => parsers.get(oid) ?? pg.types.getTypeParser(oid, format) }
