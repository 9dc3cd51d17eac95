import http from 'node:http'
import fc from 'fast-check'

export type AnyRequest = {
  door: number
  caller: number
  method: string
  tail: string
  query: string
  headers: Record<string, string>
  body: { type: string; text: string } | null
}

const hostile = fc.constantFrom(
  ...[
    '',
    ' ',
    '..',
    '%00',
    '%ff',
    '%2e%2e%2f',
    '%',
    '//',
    '\\',
    '%0d%0aSet-Cookie:%20a=b',
    '__proto__',
    'null',
  ],
  ...[
    '0',
    '-1',
    '99999999999999999999',
    '1e309',
    '2024-02-30',
    '0000-00-00',
    '%F0%9F%A6%8A',
    'a'.repeat(3000),
  ],
  ...[
    '018f0000-0000-7000-8000-000000000000',
    '{}',
    '[]',
    '%E2%80%AE',
    "';--",
    '$\u007b7*7}',
    '<script>',
    'constructor',
  ],
)
const names = fc.constantFrom(
  ...[
    'name',
    'email',
    'presence',
    'photo',
    'nights',
    'days',
    'meal.lunch',
    'answer.x',
    'id',
    'slug',
    'q',
    'point',
  ],
  ...[
    'answer',
    'filter',
    'sort',
    'after',
    'token',
    'submissionId',
    'version',
    'device',
    'scans',
    'since',
    'text',
  ],
  ...[
    '$ACTION_ID_00',
    '$ACTION_REF_1',
    '$ACTION_1:0',
    '__proto__',
    'constructor',
    'file',
    'pin',
    'lang',
    'to',
  ],
)
// Without half surrogates, NUL and worse no server would be told anything new.
export const hostileText = fc.oneof(
  hostile,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)
const headerText = fc.string({
  unit: fc.constantFrom(...'azAZ09 ;=,"\\/*%{}()<>\u00e9\u00ff\t'),
  maxLength: 60,
})

const json = fc
  .oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.record({
      device: hostileText,
      scans: fc.array(fc.dictionary(names, fc.jsonValue({ maxDepth: 1 })), { maxLength: 3 }),
    }),
    fc.dictionary(names, fc.oneof(hostileText, fc.jsonValue({ maxDepth: 1 }))),
  )
  .map((value) => ({ type: 'application/json', text: JSON.stringify(value) }))
const fields = fc.array(fc.tuple(names, hostileText), { maxLength: 8 })
const urlencoded = fields.map((pairs) => ({
  type: 'application/x-www-form-urlencoded',
  text: pairs.map(([name, value]) => `${encodeURIComponent(name)}=${safely(value)}`).join('&'),
}))
const multipart = fields.map(asMultipart)
const broken = fc.tuple(
  fc.constantFrom(
    'application/json',
    'multipart/form-data; boundary=x',
    'text/plain;charset=UTF-8',
    'text/x-component',
    '',
  ),
  hostileText,
)

/** Whatever somebody may send to a door, sensible or not: `door` and `caller` are counted round by whoever sends it. */
export const anyRequest: fc.Arbitrary<AnyRequest> = fc.record({
  door: fc.nat(),
  caller: fc.nat(),
  method: fc.constantFrom(
    'GET',
    'GET',
    'POST',
    'POST',
    'POST',
    'HEAD',
    'PUT',
    'PATCH',
    'DELETE',
    'OPTIONS',
    'PROPFIND',
  ),
  tail: fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    hostile.map((part) => `/${part}`),
  ),
  query: fc
    .array(fc.tuple(names, fc.oneof(hostile, hostileText.map(safely))), { maxLength: 4 })
    .map((pairs) => pairs.map(([name, value]) => `${encodeURIComponent(name)}=${value}`).join('&')),
  headers: fc.dictionary(
    fc.constantFrom(
      ...[
        'next-action',
        'rsc',
        'next-router-state-tree',
        'next-router-prefetch',
        'x-middleware-subrequest',
        'range',
      ],
      ...[
        'accept-language',
        'x-forwarded-for',
        'x-forwarded-host',
        'if-none-match',
        'authorization',
        'last-event-id',
      ],
    ),
    headerText,
    { maxKeys: 3 },
  ),
  body: fc.option(
    fc.oneof(
      json,
      urlencoded,
      multipart,
      broken.map(([type, said]) => ({ type, text: said })),
    ),
  ),
})

/** Sends it as it is, from a page of ours if it may change something, and says how it was answered, and the page; a stream is left. */
export function send(
  base: string,
  { method, tail, query, headers, body }: AnyRequest,
  address: string,
  cookie: string,
): Promise<Answered> {
  const { hostname, port, origin } = new URL(base)
  const path = `${address}${tail}${query && `?${query}`}`.replace(/[^\x21-\x7e]/g, (letter) => safely(letter))
  const own = { host: `${hostname}:${port}`, origin, ...(cookie && { cookie }) }
  const sent = { ...headers, ...own, ...(body && { 'content-type': body.type }) }
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, method, path, headers: sent, agent, timeout: patience })
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      const answer = () => resolve({ status: response.statusCode!, html: Buffer.concat(chunks).toString() })
      const isStream = response.headers['content-type']?.startsWith('text/event-stream')
      if (isStream) request.destroy()
      else response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on(isStream ? 'close' : 'end', answer)
      response.on('error', answer)
    })
    request.on('timeout', () => request.destroy(new Error(`nothing within ${patience} ms`)))
    request.on('error', reject)
    // A method without a body may bring one all the same.
    request.end(body && method !== 'HEAD' ? body.text : undefined)
  })
}

type Answered = { status: number; html: string }

const patience = 30_000
// Each on a line of its own: whoever is refused before they have said everything finds theirs closed.
const agent = new http.Agent({ keepAlive: false, maxSockets: 16 })

function safely(value: string): string {
  return encodeURIComponent(value.replace(/\p{Cs}/gu, '?'))
}

export function asMultipart(pairs: [string, string][]): { type: string; text: string } {
  const parts = pairs.map(
    ([name, value]) => `--frontier\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return { type: 'multipart/form-data; boundary=frontier', text: `${parts.join('')}--frontier--\r\n` }
}
