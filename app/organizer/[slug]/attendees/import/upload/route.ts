import { redirect } from 'next/navigation'
import { isId } from '@/lib/ids'
import { keepUpload } from '@/lib/imports/keep-upload'
import { readTable } from '@/lib/imports/read-table'
import { openDeskToAct } from '../../../open-desk'

type Context = { params: Promise<{ slug: string }> }

/** Takes a list in; a route and no action, for those take no more than a megabyte. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  const key = await openDeskToAct(slug, '/attendees/import')
  const here = `/organizer/${slug}/attendees/import`
  const data = await request.formData().catch(() => new FormData())
  const [file, id] = [data.get('file'), data.get('id')]
  if (!(file instanceof File) || file.size === 0 || typeof id !== 'string' || !isId(id))
    redirect(`${here}?refused=no_file`)
  const table = await readTable(new Uint8Array(await file.arrayBuffer()))
  if (!table.ok) redirect(`${here}?refused=${table.refusal}`)
  await keepUpload(key, id, table.value)
  redirect(`${here}/${id}`)
}
