import { randomBytes } from 'node:crypto'

type Setting = { baseUrl: string; signInOrigin?: string; isDevelopment?: boolean }

/** What every answer carries. The nonce inside the policy is new for each. */
export function securityHeaders(path: string, setting: Setting): Record<string, string> {
  return {
    'content-security-policy': contentPolicy(randomBytes(16).toString('base64'), setting),
    'x-content-type-options': 'nosniff',
    'referrer-policy': referrerPolicy(path),
    'permissions-policy': `camera=(${path.startsWith('/check-in') ? 'self' : ''}), microphone=(), geolocation=(), payment=(), usb=()`,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(setting.baseUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    ...(isPrivate(path) ? { 'cache-control': 'no-store' } : {}),
  }
}

/** Pages that no shared cache and no back button may keep. */
export const isPrivate = (path: string): boolean =>
  /^\/(my|organizer|check-in|admin|sign-in|api)(\/|$)/.test(path) && !path.startsWith('/api/health/')

function contentPolicy(nonce: string, { signInOrigin, isDevelopment }: Setting): string {
  const rules = {
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'connect-src': isDevelopment ? "'self' ws:" : "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    // Signing in elsewhere starts with a form whose answer redirects there, which browsers check too.
    'form-action': signInOrigin ? `'self' ${signInOrigin}` : "'self'",
    'frame-ancestors': "'none'",
  }
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

// "same-origin" also keeps these pages to ourselves, but leaves their forms a usable Origin;
// under "no-referrer" it is "null", and on plain http nothing else vouches for them.
function referrerPolicy(path: string): string {
  if (/^\/my\/[^/]{16,}$/.test(path)) return 'no-referrer'
  if (/^\/(my|sign-in)(\/|$)/.test(path)) return 'same-origin'
  return 'strict-origin-when-cross-origin'
}
