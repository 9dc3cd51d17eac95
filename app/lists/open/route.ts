import { getTranslations } from 'next-intl/server'
import { sheetOfLines } from '@/lib/exports/open-sheet'
import { writeSheet } from '@/lib/exports/write-sheet'
import { openHandout } from '@/lib/handouts/open-handout'

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Opens the list of a link once, and hands it over as a file. */
export async function POST(request: Request): Promise<Response> {
  const t = await getTranslations('organizer.exports')
  const data = await request.formData().catch(() => new FormData())
  const token = data.get('token')
  const format = data.get('format') === 'csv' ? 'csv' : 'xlsx'
  const opened = typeof token === 'string' ? await openHandout(token) : null
  if (!opened?.ok)
    return new Response(`${t('cover.gone')}. ${t('cover.goneText')}`, {
      status: 410,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    })
  const { slug, columns, lines } = opened.value
  return new Response(writeSheet[format](sheetOfLines(columns, lines), t('lists.access.title')), {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="${slug}-access.${format}"`,
      'cache-control': 'no-store',
    },
  })
}
