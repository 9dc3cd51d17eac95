import { requireAttendee } from '@/lib/auth/attendee-keys'
import { getMyData } from '@/lib/privacy/queries'

type Context = { params: Promise<{ id: string }> }

/** Everything about one person as a file, for themselves. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const key = await requireAttendee((await params).id)
  const data = await getMyData(key)
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${data.event.slug}-my-data.json"`,
      'cache-control': 'no-store',
    },
  })
}
