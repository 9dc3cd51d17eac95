import { notFound, redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import type { Language } from '@/lib/dates'
import { getEventFor } from '@/lib/events/queries'
import { exportList } from '@/lib/exports/export-list'
import { openSheet } from '@/lib/exports/open-sheet'
import { printTicket } from '@/lib/exports/print-ticket'
import { readExportFile, readWish } from '@/lib/exports/rules'
import { mostOnPdf } from '@/lib/exports/schema'
import { writeSheet } from '@/lib/exports/write-sheet'
import { openDesk } from '../../open-desk'
import { drawList } from './draw-list'

type Context = { params: Promise<{ slug: string; file: string }> }

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug, file: name } = await params
  const key = await openDesk(slug, `/exports/${name}`)
  const file = readExportFile(name)
  if (!file) notFound()
  const { list, format } = file
  const query = new URL(request.url).searchParams
  const wish = readWish(list, query)
  const [event, language] = await Promise.all([getEventFor(key), getLocale() as Promise<Language>])
  const t = await getTranslations('organizer.exports')
  const onPaper = (more: Record<string, string>) =>
    redirect(`/organizer/${slug}/exports/${list}${paperQuery(query, more)}`)

  let pdf: Buffer | null = null
  if (format === 'pdf') {
    const opened = await openSheet(key, list, wish, event)
    if (opened.ok && opened.value.rows > mostOnPdf) return onPaper({ instead: 'many' })
    const drawn = opened.ok && (await drawList(key, opened.value, list, event, language, query))
    if (drawn && !drawn.ok) return onPaper({ instead: drawn.refusal })
    if (drawn) pdf = drawn.value
  }
  const made = await exportList(key, file, wish, event, language)
  if (!made.ok && made.refusal === 'unknown_hotel') notFound()
  if (!made.ok) return new Response(t(`refusals.${made.refusal}`), { status: 409, headers: text })
  if (format === 'print') return onPaper({ shown: printTicket(key, list, wish) })
  const body =
    format === 'pdf' ? new Uint8Array(pdf!) : writeSheet[format](made.value, t(`lists.${list}.title`))
  return new Response(body, {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="${slug}-${name}"`,
      'cache-control': 'no-store',
    },
  })
}

const text = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }

function paperQuery(query: URLSearchParams, more: Record<string, string>): string {
  const asked = new URLSearchParams(query)
  for (const [name, value] of Object.entries(more)) asked.set(name, value)
  return `${more.shown ? '/print' : '.print'}?${asked}`
}
