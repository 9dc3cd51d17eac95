import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

/**
 * Takes every script out of the page that is about to be written to `response`. React escapes all text, so a tag in
 * its output is one it wrote itself; what such a page can do, its forms do without scripts.
 */
export function sendWithoutScripts(request: IncomingMessage, response: ServerResponse): void {
  const isCompressed = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  // Read as it is written, so it must not be compressed on the way.
  delete request.headers['accept-encoding']
  const chunks: Buffer[] = []
  const { writeHead, end } = response
  let isWritten = false
  const hear = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array)
      chunks.push(Buffer.from(chunk as Uint8Array))
  }
  // Headers wait until the length is known.
  response.flushHeaders = () => {}
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (isWritten) return (writeHead as (...all: unknown[]) => ServerResponse).call(response, status, ...rest)
    response.statusCode = status
    const given = rest.find((one) => typeof one === 'object') as Record<string, string> | undefined
    for (const [name, value] of Object.entries(given ?? {})) response.setHeader(name, value)
    return response
  }) as typeof writeHead
  response.write = ((chunk: unknown, ...rest: unknown[]) => {
    hear(chunk)
    const done = rest.find((one) => typeof one === 'function') as (() => void) | undefined
    if (done) queueMicrotask(done)
    return true
  }) as typeof response.write
  response.end = ((chunk: unknown, ...rest: unknown[]) => {
    hear(chunk)
    const written = Buffer.concat(chunks)
    const isPage = String(response.getHeader('content-type')).startsWith('text/html')
    const page = isPage ? Buffer.from(withoutScripts(written.toString('utf8'))) : written
    const isShorter = isPage && isCompressed
    const sent = isShorter ? gzipSync(page) : page
    if (/\bas="?script/.test(String(response.getHeader('link')))) response.removeHeader('link')
    if (isShorter) response.setHeader('content-encoding', 'gzip')
    response.setHeader('content-length', sent.length)
    isWritten = true
    const done = [chunk, ...rest].find((one) => typeof one === 'function')
    return (end as (...all: unknown[]) => ServerResponse).call(response, sent, done)
  }) as typeof end
}

/** The same page without `<script>` and without what only loads one earlier. */
export const withoutScripts = (html: string): string =>
  html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '').replace(/<link\b[^>]*\bas="script"[^>]*>/gi, '')
