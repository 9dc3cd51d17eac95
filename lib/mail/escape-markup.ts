import { escapeHtml } from '../escape-html'

/** HTML that is known to be safe: made by `markup` only. */
export type Markup = { readonly html: string }
type Value = string | number | Markup | readonly Markup[] | false | null | undefined

/** HTML in which every value that is not itself `Markup` is text. */
export function markup(parts: TemplateStringsArray, ...values: Value[]): Markup {
  return { html: parts.reduce((html, part, at) => html + escaped(values[at - 1]) + part) }
}

function escaped(value: Value): string {
  if (value === false || value === null || value === undefined) return ''
  if (typeof value === 'object') return 'html' in value ? value.html : value.map(escaped).join('')
  return escapeHtml(String(value)).replaceAll('\n', '<br>')
}
