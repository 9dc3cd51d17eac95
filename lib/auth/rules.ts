import type { EventCreators } from '../installation/schema'
import type { EventRole } from './schema'

/** A path of this house, safe to send somebody to after signing in; anything else leads to the desk. */
export function pathAfterSignIn(wanted: unknown): string {
  const isOurs =
    typeof wanted === 'string' &&
    /^\/[\w\-./?=&%]*$/.test(wanted) &&
    // "/.//evil.example" is ours until a browser takes the dot out.
    !wanted.includes('//') &&
    wanted.length <= 300
  return isOurs ? wanted : '/organizer'
}

export const signInPath = (to: string): string => `/sign-in?to=${encodeURIComponent(to)}`

/** Where somebody who is half signed in goes next, to come back to `to` then. */
export const owedPath = (owes: 'proof' | 'setup', to: string): string =>
  `${owes === 'proof' ? '/sign-in/second-factor' : '/account'}?to=${encodeURIComponent(to)}`

// The first that fits: Edge and Opera call themselves Chrome, Chrome calls itself Safari.
const browsers = {
  Edge: /Edg/,
  Opera: /OPR\//,
  Firefox: /Firefox|FxiOS/,
  Chrome: /Chrom(e|ium)|CriOS/,
  Safari: /Safari/,
}
const systems = {
  Android: /Android/,
  iOS: /iPhone|iPad/,
  Windows: /Windows/,
  macOS: /Mac OS X/,
  Linux: /Linux|X11/,
}

/** By which words somebody knows their browser again, such as "Firefox, Linux"; empty for what says nothing known. */
export function deviceOf(userAgent: string): string {
  const first = (names: Record<string, RegExp>) =>
    Object.entries(names).find(([, pattern]) => pattern.test(userAgent))?.[0]
  return [first(browsers), first(systems)].filter(Boolean).join(', ')
}

/** Who may make new events: admins always, and whoever `creators` says by what they are in some other event. */
export function mayCreate(isAdmin: boolean, roles: EventRole[], creators: EventCreators): boolean {
  if (isAdmin) return true
  if (creators === 'owners') return roles.includes('owner')
  return creators === 'organizers' && roles.some((role) => role !== 'check_in')
}
