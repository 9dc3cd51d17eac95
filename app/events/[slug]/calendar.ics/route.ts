import { calendarFile } from '@/lib/calendar'
import { calendarEvent } from '@/lib/events/export'
import { findEvent } from '../find-event'

type Context = { params: Promise<{ slug: string }> }

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const event = await findEvent((await params).slug, '/calendar.ics')
  const body = calendarFile({ name: event.title, events: [calendarEvent(event)] })
  const headers = {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `attachment; filename="${event.slug}.ics"`,
  }
  return new Response(body, { headers })
}
