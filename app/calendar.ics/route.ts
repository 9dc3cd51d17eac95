import { calendarFile } from '@/lib/calendar'
import { now } from '@/lib/clock'
import { calendarEvent } from '@/lib/events/export'
import { listPublicEvents } from '@/lib/events/queries'

export async function GET(): Promise<Response> {
  const events = await listPublicEvents(now())
  const body = calendarFile({ name: 'Lanyard', events: events.map(calendarEvent) })
  return new Response(body, { headers: { 'content-type': 'text/calendar; charset=utf-8' } })
}
