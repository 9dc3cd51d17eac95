import { downloadEventFile } from '@/lib/event-files/download-event-file'
import { openDesk } from '../../open-desk'

type Context = { params: Promise<{ slug: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const file = await downloadEventFile(await openDesk((await params).slug, '/settings/event.yaml'))
  return new Response(file.text, {
    headers: {
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': `attachment; filename="${file.slug}.yaml"`,
      'cache-control': 'no-store',
    },
  })
}
