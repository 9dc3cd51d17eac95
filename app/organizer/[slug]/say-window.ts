import { type Language, sayMoment } from '@/lib/dates'
import { registrationWindow } from '@/lib/events/rules'
import type { EventView } from '@/lib/events/schema'

/** When registration on site opens, while it has not; when it closed, once it has. */
export function sayWindow(event: EventView, now: Date, language: Language) {
  const { opensAt, closesAt } = registrationWindow(event, 'on_site')
  const say = (at: Date) => sayMoment(at, event.timezone, language)
  if (opensAt && now < opensAt) return { opens: say(opensAt) }
  return now >= closesAt ? { closed: say(closesAt) } : {}
}
