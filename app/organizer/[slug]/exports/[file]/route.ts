import { notFound } from 'next/navigation'
import { getEventFor } from '@/lib/events/queries'
import { exportList } from '@/lib/exports/export-list'
import { readExportFile } from '@/lib/exports/rules'
import { openDesk } from '../../open-desk'

type Context = { params: Promise<{ slug: string; file: string }> }

const types = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { slug, file: name } = await params
  const key = await openDesk(slug, `/exports/${name}`)
  const file = readExportFile(name)
  if (!file) notFound()
  return new Response(await exportList(key, file, await getEventFor(key)), {
    headers: {
      'content-type': types[file.format],
      'content-disposition': `attachment; filename="${slug}-${name}"`,
      'cache-control': 'no-store',
    },
  })
}
