import { checkInKeyFromBearer } from '@/lib/auth/check-in-key-from-bearer'
import { findCheckInKey } from '@/lib/auth/require-check-in'
import { findUser } from '@/lib/auth/require-user'
import { recordScans } from '@/lib/check-in/record-scans'
import { scanBatchInput } from '@/lib/check-in/schema'
import { findPublicEventRef } from '@/lib/events/queries'
import type { CheckInKey } from '@/lib/keys'
import { ok, type Result, refused } from '@/lib/result'

type Context = { params: Promise<{ slug: string }> }

const mostBytes = 1_000_000

/** Arrivals as devices report them: see "The door" in the product's words. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  const access = await readKey(request, slug)
  if (!access.ok) return answerNot(refusals[access.refusal])

  const body = await readBody(request)
  if (body === null) return answerNot({ status: 413, message: 'A batch holds at most 1 MB.' })
  const json = asJson(body)
  if (!json.ok) return answerNot({ status: 400, message: 'The body is not JSON.' })
  const batch = scanBatchInput.safeParse(json.value)
  if (!batch.success) {
    const issues = batch.error.issues.map(({ path, message }) => ({ path, message }))
    return answerNot({ status: 400, message: 'The batch is malformed; nothing of it was kept.', issues })
  }
  return Response.json({ results: await recordScans(access.value, batch.data) }, { headers: private_ })
}

/** A token speaks for itself: where one is sent, cookies are not looked at. */
async function readKey(request: Request, slug: string): Promise<Result<CheckInKey, 'nobody' | 'no_event'>> {
  const authorization = request.headers.get('authorization')
  if (authorization !== null) {
    const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1]
    const bearer = token ? await checkInKeyFromBearer(slug, token) : null
    if (bearer?.ok) return ok(bearer.key)
    return refused(bearer?.refusal === 'other_event' ? 'no_event' : 'nobody')
  }
  if (!(await findUser())) return refused('nobody')
  const event = await findPublicEventRef(slug)
  const key = event && (await findCheckInKey(event.id))
  return key ? ok(key) : refused('no_event')
}

const private_ = { 'cache-control': 'no-store' }

const refusals = {
  nobody: { status: 401, message: 'Sign in, or send a valid token as "Authorization: Bearer …".' },
  no_event: { status: 404, message: 'There is no such event for you.' },
} as const

type Not = { status: number; message: string; issues?: { path: PropertyKey[]; message: string }[] }

function answerNot({ status, message, issues = [] }: Not): Response {
  const headers = status === 401 ? { ...private_, 'www-authenticate': 'Bearer' } : private_
  return Response.json({ error: { message, issues } }, { status, headers })
}

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
