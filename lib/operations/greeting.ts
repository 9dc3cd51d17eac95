/** What a start says once the pages are open; `link` signs the first admin in. */
export function greeting(baseUrl: string, link: string | null): string[] {
  const lines = [`\nLanyard is open at ${baseUrl}`]
  if (link) lines.push(`Sign in as admin (once, within 24 hours): ${link}`)
  if (!baseUrl.startsWith('https:'))
    lines.push('The camera and working offline at the door need https, except on localhost.')
  return lines
}
