import type { IncomingMessage, ServerResponse } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { databaseAnswers } from '@/lib/db/database-answers'
import type { RequestContext } from '@/lib/log'
import { answerPlainly } from './answer-plainly'
import { hear } from './hear'
import { keepTyped } from './keep-typed'

/**
 * Without a database a request is answered with 503, at the latest 9 s after it came, and what was typed comes back
 * with it. A form that could not be read is no fault of ours, and is not answered as one. A page that failed for another
 * reason stays what it is; one that is only slow is waited for.
 */
export function watchDatabase(request: IncomingMessage, response: ServerResponse, context: RequestContext) {
  const typed = keepTyped(request)
  const sayAway = async () => answerPlainly(request, response, 503, 'away', await typed())
  const { writeHead, flushHeaders, write, end } = response
  const isFailure = () => response.statusCode === 500
  hear(response, isFailure, async (body) => {
    // Next tells what failed beside its answer: instrumentation.ts.
    await nextTurn()
    if (context.isDatabaseAway) await sayAway()
    else if (context.unread) answerPlainly(request, response, statusOf[context.unread], context.unread)
    else response.end(body)
  })
  const timer = setTimeout(async () => {
    if (response.headersSent || (await databaseAnswers()) || response.headersSent) return
    Object.assign(response, { writeHead, flushHeaders, write, end })
    await sayAway()
    silence(response)
  }, patience).unref()
  response.once('close', () => clearTimeout(timer))
}

const patience = 6_500
const statusOf = { garbled: 400, tooMuch: 413 }

/** Whoever still works on this answer says it to nobody. */
function silence(response: ServerResponse) {
  const itself = () => response
  const nothing = () => {}
  const headers = { setHeader: itself, appendHeader: itself, removeHeader: nothing, writeHead: itself }
  Object.assign(response, { ...headers, flushHeaders: nothing, write: () => true, end: itself })
  response.on('error', nothing)
}
