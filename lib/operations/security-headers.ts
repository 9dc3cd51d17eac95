import { randomBytes } from 'node:crypto'
import { isOrigin } from '../events/rules'

type Setting = {
  baseUrl: string
  signInOrigin?: string
  isDevelopment?: boolean
  /** The sites that may show this very page in a frame. */
  frameOrigins?: string[]
}

/** What every answer carries. The nonce inside the policy is new for each. */
export function securityHeaders(path: string, setting: Setting): Record<string, string> {
  const isForOthers = mayBeUsedElsewhere(path)
  return {
    'content-security-policy': contentPolicy(randomBytes(16).toString('base64'), path, setting),
    ...(framersOf(setting).length > 0 ? {} : { 'x-frame-options': 'DENY' }),
    'x-content-type-options': 'nosniff',
    'referrer-policy': referrerPolicy(path),
    'permissions-policy': `camera=(${isDoor(path) ? 'self' : ''}), microphone=(), geolocation=(), payment=(), usb=()`,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': isForOthers ? 'cross-origin' : 'same-origin',
    ...(setting.baseUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    ...(isPrivate(path) ? { 'cache-control': 'no-store' } : {}),
    ...(path === '/embed.js' ? { 'cache-control': 'public, max-age=300' } : {}),
  }
}

/** Pages that no shared cache and no back button may keep. */
export const isPrivate = (path: string): boolean =>
  /^\/(my|organizer|check-in|admin|account|sign-in|lists|join|unsubscribe|api)(\/|$)/.test(path) &&
  !path.startsWith('/api/health/')

const isDoor = (path: string): boolean => /^\/check-in(\/|$)/.test(path)

export const framedPath = /^\/events\/([a-z0-9-]+)\/embed$/

/** Whether this is the page that other sites may show in a frame. */
export const isFramed = (path: string): boolean => framedPath.test(path)

/** What other sites show or load: the page in a frame, the widget, and the facts and the picture of an event. */
const mayBeUsedElsewhere = (path: string): boolean =>
  path === '/embed.js' || isFramed(path) || /^\/events\/[^/]+\/(card\.json|opengraph-image)$/.test(path)

function contentPolicy(nonce: string, path: string, setting: Setting): string {
  const { signInOrigin, isDevelopment } = setting
  const framers = framersOf(setting)
  const rules = {
    'default-src': "'self'",
    'script-src': isFramed(path)
      ? "'none'"
      : `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}${isDoor(path) ? " 'wasm-unsafe-eval'" : ''}`,
    // Only the door has a service worker; its reader of codes is WebAssembly, for browsers that have none of their own.
    'worker-src': isDoor(path) ? "'self'" : "'none'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'connect-src': isDevelopment ? "'self' ws:" : "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    // Signing in elsewhere starts with a form whose answer redirects there, which browsers check too.
    'form-action': signInOrigin ? `'self' ${signInOrigin}` : "'self'",
    'frame-ancestors': framers.length > 0 ? framers.join(' ') : "'none'",
  }
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

// Only a plain origin gets into the policy; whatever else a row may hold would be read as a rule.
const framersOf = ({ frameOrigins = [] }: Setting): string[] => frameOrigins.filter(isOrigin)

// "same-origin" also keeps these pages to ourselves, but leaves their forms a usable Origin;
// under "no-referrer" it is "null", and on plain http nothing else vouches for them.
function referrerPolicy(path: string): string {
  if (/^\/my\/[^/]{16,}$/.test(path)) return 'no-referrer'
  if (/^\/(my|account|sign-in|lists|join|unsubscribe|check-in\/pair)(\/|$)/.test(path)) return 'same-origin'
  return 'strict-origin-when-cross-origin'
}
