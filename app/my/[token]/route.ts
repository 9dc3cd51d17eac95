import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { attendeeCookie, isManageToken, withToken } from '@/lib/auth/attendee-keys'
import { env } from '@/lib/env'

type Context = { params: Promise<{ token: string }> }

/** The link from a mail: this browser holds the registration from now on. Writes nothing, spends nothing. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  if (!(await isManageToken(token))) notFound()
  const jar = await cookies()
  const held = withToken(jar.get(attendeeCookie)?.value ?? '', token)
  const secure = env().baseUrl.startsWith('https:')
  const aYear = 365 * 24 * 60 * 60
  jar.set(attendeeCookie, held, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: aYear })
  return new Response(null, { status: 303, headers: { location: '/my', 'referrer-policy': 'no-referrer' } })
}
