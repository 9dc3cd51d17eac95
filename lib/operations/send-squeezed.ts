import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { hear } from './hear'

/** What devices hold of an event: much text, most of it ids. */
export const isSnapshot = (path: string): boolean => /^\/api\/check-in\/[^/]+\/snapshot$/.test(path)

/**
 * Sends the whole of an answer compressed, where the reader can read it so. Next compresses pages but nothing that a
 * route handler answers, and takes off the handler's own content-encoding.
 */
export function sendSqueezed(request: IncomingMessage, response: ServerResponse): void {
  const readable = String(request.headers['accept-encoding'] ?? '')
  const encoding = (['br', 'gzip'] as const).find((word) => new RegExp(`\\b${word}\\b`).test(readable))
  const isMeant = () => response.statusCode === 200 && encoding !== undefined
  hear(response, isMeant, async (body) => {
    const sent = await squeeze[encoding!](body)
    response.setHeader('content-encoding', encoding!)
    response.setHeader('vary', 'accept-encoding')
    response.setHeader('content-length', sent.length)
    response.end(response.req.method === 'HEAD' ? undefined : sent)
  })
}

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants

export const squeeze = {
  /** A fifth less than gzip makes of so many ids, in about as much time. */
  br: (body: Buffer): Promise<Buffer> =>
    promisify(brotliCompress)(body, {
      params: { [BROTLI_PARAM_QUALITY]: 4, [BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: promisify<Buffer, Buffer>(gzip),
}
