import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/**
 * Keeps back what is written to `response` from now on, if it is meant: asked once, when the first of it is written
 * and its status and headers are known. When it is whole, `answer` gets it and sends what it likes, past everybody who
 * took their place before the line since, as compression does.
 */
export function hear(response: ServerResponse, isMeant: () => boolean, answer: (body: Buffer) => void): void {
  const { writeHead, flushHeaders, write, end } = response
  const chunks: Buffer[] = []
  let isHeard: boolean | undefined
  const mayHear = () => {
    isHeard ??= isMeant()
    return isHeard
  }
  const note = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array)
      chunks.push(Buffer.from(chunk as Uint8Array))
  }
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status
    const given = rest.find((one) => typeof one === 'object') as Record<string, string> | undefined
    for (const [name, value] of Object.entries(given ?? {})) response.setHeader(name, value)
    return mayHear() ? response : writeHead.call(response, status)
  }) as typeof writeHead
  response.flushHeaders = () => void (mayHear() || flushHeaders.call(response))
  response.write = ((chunk: unknown, ...rest: never[]) => {
    if (response.writableEnded) return true
    if (!mayHear()) return (write as Passing<boolean>).call(response, chunk, ...rest)
    note(chunk)
    const [written] = rest.filter((one) => typeof one === 'function') as (() => void)[]
    if (written) queueMicrotask(written)
    return true
  }) as typeof write
  response.end = ((chunk: unknown, ...rest: never[]) => {
    if (response.writableEnded) return response
    if (!mayHear()) return (end as Passing<ServerResponse>).call(response, chunk, ...rest)
    note(chunk)
    const [ended] = [chunk, ...rest].filter((one) => typeof one === 'function') as (() => void)[]
    if (ended) response.once('finish', ended)
    Object.assign(response, { writeHead, flushHeaders, write, end })
    answer(Buffer.concat(chunks))
    return response
  }) as typeof end
}

type Passing<R> = (...all: unknown[]) => R

/** Has the answer written in plain bytes, so that it can be heard; gives whether it may be compressed afterwards. */
export function askForPlainBytes({ headers }: IncomingMessage): boolean {
  const mayCompress = /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''))
  delete headers['accept-encoding']
  return mayCompress
}

/** Sends a page that is whole, compressed where the reader can read it so. */
export async function sendWhole(response: ServerResponse, page: Buffer, mayCompress: boolean): Promise<void> {
  const sent = mayCompress ? await compress(page) : page
  if (mayCompress) response.setHeader('content-encoding', 'gzip')
  response.setHeader('content-length', sent.length)
  response.end(response.req.method === 'HEAD' ? undefined : sent)
}

const compress = promisify(gzip)

export const isPage = (response: ServerResponse): boolean =>
  String(response.getHeader('content-type')).startsWith('text/html')
