import { getEventFile } from '@/lib/event-files/queries'
import { writeEventFile } from '@/lib/event-files/write-event-file'
import { openDesk } from '../../open-desk'

type Context = { params: Promise<{ slug: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  const { file } = await getEventFile(await openDesk(slug, '/settings/event.yaml'))
  return new Response(writeEventFile(file), {
    headers: {
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': `attachment; filename="${file.slug}.yaml"`,
      'cache-control': 'no-store',
    },
  })
}
