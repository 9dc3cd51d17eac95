import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { attendeeCookie, findManaged, withToken } from '@/lib/auth/attendee-keys'
import { env } from '@/lib/env'

type Context = { params: Promise<{ token: string }> }

/** Where else than to the badge a mail may lead: `?then=` knows these words and no others. */
const ways: Record<string, (registrationId: string) => string> = {
  decline: (id) => `/my/decline/${id}`,
  edit: (id) => `/my/edit/${id}`,
  share: (id) => `/my/share/${id}`,
  'still-coming': (id) => `/my/still-coming/${id}`,
}

/** The link from a mail: this browser holds the registration from now on. Writes nothing, spends nothing. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const registrationId = await findManaged(token)
  if (!registrationId) notFound()
  const jar = await cookies()
  const held = withToken(jar.get(attendeeCookie)?.value ?? '', token)
  const secure = env().baseUrl.startsWith('https:')
  const aYear = 365 * 24 * 60 * 60
  jar.set(attendeeCookie, held, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: aYear })
  const word = new URL(request.url).searchParams.get('then') ?? ''
  const location = Object.hasOwn(ways, word) ? ways[word]!(registrationId) : '/my'
  return new Response(null, { status: 303, headers: { location, 'referrer-policy': 'no-referrer' } })
}
