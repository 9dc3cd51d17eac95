import { getLocale } from 'next-intl/server'
import type { Language } from '@/lib/dates'
import { getEventFor } from '@/lib/events/queries'
import { exportHistory } from '@/lib/exports/export-history'
import { historyFilter } from '@/lib/history/schema'
import { openDesk } from '../../open-desk'

type Context = { params: Promise<{ slug: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  const key = await openDesk(slug, '/history/download')
  const filter = historyFilter.parse(Object.fromEntries(new URL(request.url).searchParams))
  const language = (await getLocale()) as Language
  return new Response(await exportHistory(key, filter, await getEventFor(key), language), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${slug}-history.csv"`,
      'cache-control': 'no-store',
    },
  })
}
