import { readdirSync } from 'node:fs'

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
