import { notFound } from 'next/navigation'
import { findManaged } from '@/lib/auth/attendee-keys'
import { holdRegistration } from '../hold-registration'

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
  await holdRegistration(token)
  const word = new URL(request.url).searchParams.get('then') ?? ''
  const location = Object.hasOwn(ways, word) ? ways[word]!(registrationId) : '/my'
  return new Response(null, { status: 303, headers: { location, 'referrer-policy': 'no-referrer' } })
}
