import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { Typed } from './answer-plainly'

/**
 * Keeps what a form without scripts posts while others read it; the function given back reads it aloud. A browser with
 * scripts keeps it on its page.
 */
export function keepTyped(request: IncomingMessage): () => Promise<Typed> {
  const { method, headers } = request
  const type = headers['content-type'] ?? ''
  const isForm = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)
  if (method !== 'POST' || !isForm || headers['next-action']) return async () => []
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.pause() // listening started the flow; the page that reads the body starts it again
  return async () => {
    if (request.destroyed && !request.complete) return []
    if (!request.readableEnded) {
      request.resume()
      await Promise.race([once(request, 'end'), once(request, 'close')])
    }
    const body = new Response(new Uint8Array(Buffer.concat(chunks)), { headers: { 'content-type': type } })
    const data = await body.formData().catch(() => new FormData())
    return [...data].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  }
}
