import { createElement } from 'react'
import { EventPreview } from '@/components/events/event-preview'
import { saySpan } from '@/lib/dates'
import type { EventView } from '@/lib/events/schema'
import { defaultLanguage, isLanguage } from '@/lib/languages'
import { findEvent } from '../find-event'

/** The picture beside a shared link. Each process draws it once for each version of an event. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const event = await findEvent((await params).slug, '/opengraph-image')
  const version = `${event.id} ${event.updatedAt.getTime()}`
  const picture = drawn.get(version) ?? (await draw(event))
  keep(version, picture)
  return new Response(picture, {
    headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' },
  })
}

async function draw(event: EventView): Promise<ArrayBuffer> {
  // Loaded only here: it brings a font and two engines, and no page needs them.
  const { ImageResponse } = await import('next/og')
  const language = event.languages.find(isLanguage) ?? defaultLanguage
  const when = saySpan(event.startsAt, event.endsAt, event.timezone, language)
  const picture = createElement(EventPreview, { event, when })
  return await new ImageResponse(picture, { width: 1200, height: 630 }).arrayBuffer()
}

const drawn = new Map<string, ArrayBuffer>()

function keep(version: string, picture: ArrayBuffer): void {
  if (drawn.size >= 100) drawn.delete(drawn.keys().next().value!)
  drawn.set(version, picture)
}
