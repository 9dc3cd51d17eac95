#!/usr/bin/env node
// Stands in for Prisma's native `schema-engine` program (see PRISMA_SCHEMA_ENGINE_BINARY in
// prisma.config.ts) with the WebAssembly build of the same engine, so that nothing is downloaded.
// Protocol: newline-separated JSON-RPC 2.0 on stdin and stdout, log lines on stderr.
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { answerCall, connectionRefusal, databaseCommands } from './schema-engine-commands.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: 'string', short: 'd', multiple: true },
    datasource: { type: 'string' },
    version: { type: 'boolean', short: 'V' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
  },
})
const datasource = values.datasource ? JSON.parse(values.datasource) : {}
const datamodelPaths = values.datamodels ?? []

if (values.version) {
  const { enginesVersion } = createRequire(import.meta.url)('@prisma/engines-version')
  process.stdout.write(`schema-engine-cli ${enginesVersion}\n`)
} else if (positionals[0] === 'cli') {
  process.exitCode = await runDatabaseCommand(positionals[1])
} else {
  answerCalls()
}

async function runDatabaseCommand(name) {
  log('INFO', 'Starting schema engine CLI') // the caller drops the first line
  try {
    if (!databaseCommands[name]) throw new Error(`unknown command ${name}`)
    await databaseCommands[name](datasource.url)
    return 0
  } catch (error) {
    const [code, sentence] = connectionRefusal(error, datasource.url)
    log('ERROR', sentence, { is_panic: false, error_code: code, meta: null })
    return 1
  }
}

function answerCalls() {
  const prints = new Map()
  let queue = Promise.resolve()
  const print = (content) =>
    new Promise((resolve) => {
      const id = prints.size + 1
      prints.set(id, resolve)
      send({ id, method: 'print', params: { content } })
    })
  const answer = async ({ id, method, params }) => {
    try {
      send({ id, result: await answerCall(method, params, { datasource, datamodelPaths, print }) })
    } catch (error) {
      send({
        id,
        error: { code: 4466, message: 'An error happened. Check the data field.', data: detailsOf(error) },
      })
    }
  }
  const lines = createInterface({ input: process.stdin, crlfDelay: Infinity })
  lines.on('line', (line) => {
    if (!line.trim()) return
    const message = JSON.parse(line)
    if (message.method) queue = queue.then(() => answer(message))
    else prints.get(message.id)?.()
  })
  lines.on('close', () => queue.then(() => process.exit(0)))
}

function detailsOf(error) {
  const code = error?.code ?? error?.error_code
  return {
    is_panic: error instanceof WebAssembly.RuntimeError,
    message: error?.source?.message ?? error?.message ?? String(error),
    meta: error?.meta ?? null,
    ...(code ? { error_code: code } : {}),
  }
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

function log(level, message, extra = {}) {
  const line = { timestamp: new Date().toISOString(), level, target: 'schema_engine::logger' }
  process.stderr.write(`${JSON.stringify({ ...line, fields: { message, ...extra } })}\n`)
}
