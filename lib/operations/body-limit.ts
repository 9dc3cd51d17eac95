import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerPlainly } from './answer-plainly'

/**
 * Answers 413 and gives false when a body is longer than a file of 2 MB in its form, or turns out to be. A body that nobody has read to its
 * end closes the connection after the answer, or its rest would be taken for the next request.
 */
export function limitBody(request: IncomingMessage, response: ServerResponse): boolean {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > mostBytes) {
    refuse(request, response)
    return false
  }
  const { socket } = request
  response.once('finish', () => {
    if (!request.complete) socket.destroySoon()
  })
  if (request.headers['transfer-encoding'] !== undefined) countBytes(request, response)
  return true
}

// A file of 2 MB, and what a form writes around it and sends beside it.
const mostBytes = 2_000_000 + 50_000

function countBytes(request: IncomingMessage, response: ServerResponse) {
  let seen = 0
  request.on('data', (chunk: Buffer) => {
    seen += chunk.length
    if (seen <= mostBytes) return
    if (!response.headersSent) refuse(request, response)
    request.destroy()
  })
  request.pause() // listening started the flow; the page that reads the body starts it again
}

function refuse(request: IncomingMessage, response: ServerResponse) {
  response.setHeader('connection', 'close')
  answerPlainly(request, response, 413, 'tooMuch')
}
