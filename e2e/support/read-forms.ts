export type Form = { words: string; controls: Record<string, string> }

/** The forms of a page with what they would send without a hand on them, as a browser without JavaScript sees them. */
export function readForms(html: string): Form[] {
  return [...html.matchAll(/<form[^>]*>([\s\S]*?)<\/form>/g)].map(([, inside = '']) => ({
    words: inside.replace(/<[^>]*>/g, ''),
    controls: Object.fromEntries(
      [...inside.matchAll(/<input type="hidden"[^>]*>/g)].map(([tag]) => [
        attributeOf(tag, 'name'),
        attributeOf(tag, 'value'),
      ]),
    ),
  }))
}

/** What an attribute of a written tag says; empty where it is not there. */
export function attributeOf(tag: string, name: string): string {
  const text = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
