import { hasPlace } from '../places/rules'
import type { EventView } from './schema'

type Windowed = Pick<
  EventView,
  | 'status'
  | 'startsAt'
  | 'opensAt'
  | 'closesAt'
  | 'remoteOpensAt'
  | 'remoteClosesAt'
  | 'isRemoteOffered'
  | 'publishedAt'
>
export type WayIn = 'on_site' | 'remote'
export type WindowState = 'not_yet' | 'open' | 'closed' | 'cancelled'

/** Whether a text can be the name of an event in an address; whatever else was typed there needs no look. */
export const isSlug = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)

/** When registering opens (null: since publication) and closes, for one way of taking part. */
export function registrationWindow(event: Windowed, way: WayIn): { opensAt: Date | null; closesAt: Date } {
  const opensAt = way === 'remote' ? (event.remoteOpensAt ?? event.opensAt) : event.opensAt
  const closesAt = way === 'remote' ? (event.remoteClosesAt ?? event.closesAt) : event.closesAt
  return { opensAt, closesAt: closesAt ?? event.startsAt }
}

export function windowState(event: Windowed, way: WayIn, now: Date): WindowState {
  if (event.status === 'cancelled') return 'cancelled'
  const { opensAt, closesAt } = registrationWindow(event, way)
  if (opensAt && now < opensAt) return 'not_yet'
  return now < closesAt ? 'open' : 'closed'
}

export const waysIn = (event: Pick<EventView, 'isRemoteOffered'>): WayIn[] =>
  event.isRemoteOffered ? ['on_site', 'remote'] : ['on_site']

/** Open if any way in is; else what the on-site window says. */
export function eventWindowState(event: Windowed, now: Date): WindowState {
  const states = waysIn(event).map((way) => windowState(event, way, now))
  return states.includes('open') ? 'open' : states[0]!
}

/** Nobody new is admitted on site: the hall is full, or every day is. */
export const isFullOnSite = (event: Pick<EventView, 'pools'>): boolean =>
  !hasPlace(event.pools.onSite) || (event.pools.days.length > 0 && !event.pools.days.some(hasPlace))

/** Freed places go to the line until the event starts. */
export const mayPromote = (event: { status: string; startsAt: Date; waiting: string }, now: Date): boolean =>
  event.status === 'published' && event.waiting !== 'off' && now < event.startsAt

/** A site's address and nothing after it, as browsers write an origin. */
export const isOrigin = (value: string): boolean =>
  /^https?:\/\/([a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])(:\d{1,5})?$/.test(value) &&
  URL.canParse(value) &&
  new URL(value).origin === value
