import { existsSync, readFileSync } from 'node:fs'

type Pattern = { page: string; regex: string }

const manifest = '.next/routes-manifest.json'
let known: { page: string; fits: RegExp }[] | undefined

/** Which door a path leads to, as the built pages know it: `/events/[slug]`, never whose or which. */
export function routeOf(url: string): string {
  const path = url.split(/[?#]/, 1)[0]!
  if (path.startsWith('/_next/')) return '/_next'
  known ??= read()
  return known.find(({ fits }) => fits.test(path))?.page ?? 'none'
}

function read() {
  if (!existsSync(manifest)) return []
  const routes = JSON.parse(readFileSync(manifest, 'utf8')) as Record<
    'staticRoutes' | 'dynamicRoutes',
    Pattern[]
  >
  return [...routes.staticRoutes, ...routes.dynamicRoutes].map(({ page, regex }) => ({
    page,
    fits: new RegExp(regex),
  }))
}
