import { getTranslations } from 'next-intl/server'
import { publicCard } from '@/components/events/public-card'
import { now } from '@/lib/clock'
import { defaultLanguage, isLanguage } from '@/lib/languages'
import { findEventWherever } from '../find-event'

type Context = { params: Promise<{ slug: string }> }

/** The public facts of an event for pages of other sites, which read them without cookies: public/embed.js. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  // A redirect to the new name would need these headers too; an old name is simply answered.
  const event = await findEventWherever((await params).slug)
  if (!event) return Response.json({ error: 'not_found' }, { status: 404, headers: forEverybody })
  const [asked] = (new URL(request.url).searchParams.get('lang') ?? '').toLowerCase().split('-')
  const language = [asked, ...event.languages].find(isLanguage) ?? defaultLanguage
  const t = await getTranslations({ locale: language, namespace: 'event' })
  return Response.json(publicCard(event, language, now(), t), {
    headers: { ...forEverybody, 'cache-control': 'public, max-age=60' },
  })
}

const forEverybody = { 'access-control-allow-origin': '*' }
