import { redirect } from 'next/navigation'
import { optOut } from '@/lib/group-mails/opt-out'

type Context = { params: Promise<{ token: string }> }

/** The one click of RFC 8058: a mail program posts here by itself, without a cookie and without an Origin. */
export async function POST(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const done = await optOut(token)
  return new Response(null, { status: done.ok ? 200 : 404, headers: { 'cache-control': 'no-store' } })
}

/** A program that knows no such click opens the link, and finds the button. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  redirect(`/unsubscribe/${encodeURIComponent(token)}`)
}
