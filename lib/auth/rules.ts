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

/** Who may make new events: admins always, and whoever `creators` says by what they are in some other event. */
export function mayCreate(isAdmin: boolean, roles: EventRole[], creators: EventCreators): boolean {
  if (isAdmin) return true
  if (creators === 'owners') return roles.includes('owner')
  return creators === 'organizers' && roles.some((role) => role !== 'check_in')
}
