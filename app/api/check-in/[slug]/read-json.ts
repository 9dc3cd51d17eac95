import type { ZodType } from 'zod'
import type { Not } from './door-key'

const mostBytes = 1_000_000

type Read<T> = { ok: true; value: T } | { ok: false; problem: Not }

/** The body as its input says, or what is wrong with it. */
export async function readJson<T>(request: Request, input: ZodType<T>): Promise<Read<T>> {
  const body = await readBody(request)
  if (body === null) return not({ status: 413, message: 'A batch holds at most 1 MB.' })
  const json = asJson(body)
  if (!json.ok) return not({ status: 400, message: 'The body is not JSON.' })
  const read = input.safeParse(json.value)
  if (read.success) return { ok: true, value: read.data }
  const issues = read.error.issues.map(({ path, message }) => ({ path, message }))
  return not({ status: 400, message: 'The batch is malformed; nothing of it was kept.', issues })
}

const not = (problem: Not) => ({ ok: false, problem }) as const

async function readBody(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return null
  const text = await request.text()
  return text.length > mostBytes ? null : text
}

function asJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}
