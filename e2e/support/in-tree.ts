import { readdirSync, readFileSync } from 'node:fs'

/** The files of the app whose names match, so that no list of them can forget one. */
export const inTree = (name: RegExp): string[] =>
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => `app/${file}`)
    .sort()

/** Where a page or route is reached, with what stands in for the parts of its address. */
export const addressOf = (file: string, parts: Record<string, string>): string =>
  file
    .replace(/^app|\/(page\.tsx|route\.ts)$/g, '')
    .replace(/\[([^\]]+)\]/g, (_, name: string) => parts[name] ?? 'nothing')
    .replace(/^$/, '/')

/** Every page by its address, every route by its method and address, as rights are written down for them. */
export const doorNames = (): string[] =>
  inTree(/(^|\/)(page\.tsx|route\.ts)$/)
    .flatMap((file) => {
      const path = file.replace(/^app|\/(page\.tsx|route\.ts)$/g, '') || '/'
      if (file.endsWith('page.tsx')) return path
      const exported = readFileSync(file, 'utf8').matchAll(/^export (?:async )?function ([A-Z]+)\b/gm)
      return [...exported].map(([, method]) => `${method} ${path}`)
    })
    .sort()
