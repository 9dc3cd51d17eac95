import { getTranslations } from 'next-intl/server'
import { accentColours, houseColours } from '@/lib/accent-colours'
import { accents, defaultAccent } from '@/lib/accents'
import { getEventFor } from '@/lib/events/queries'
import { answerNot, doorRefusals, readDoorKey } from '../../../api/check-in/[slug]/door-key'

type Context = { params: Promise<{ slug: string }> }

/** What a phone needs to put this event's door among its apps; asked with the cookies of whoever stands there. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  const access = await readDoorKey(request, slug)
  if (!access.ok) return answerNot(doorRefusals[access.refusal])
  const [event, t] = await Promise.all([getEventFor(access.value), getTranslations('checkIn')])
  const icon = (size: number) => ({
    src: `/check-in/icon-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
  })
  const manifest = {
    id: `/check-in/${event.slug}`,
    name: `${t('title')} · ${event.title}`,
    short_name: t('title'),
    start_url: `/check-in/${event.slug}`,
    scope: '/check-in/',
    display: 'standalone',
    theme_color: accentColours[accents.find((one) => one === event.accent) ?? defaultAccent].accent[0],
    background_color: houseColours.paper[0],
    icons: [192, 512].flatMap((size) => [
      { ...icon(size), purpose: 'any' },
      { ...icon(size), purpose: 'maskable' },
    ]),
  }
  return Response.json(manifest, {
    headers: { 'content-type': 'application/manifest+json', 'cache-control': 'no-store' },
  })
}
