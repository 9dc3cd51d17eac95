import type { Markup } from './escape-markup'
import { fontStack, type Palette } from './render-html'

/** What `renderMarkdown` made, with its looks on every element: mail programs keep little of what a page would know. */
export function styleBody(html: string, colours: Palette): Markup {
  const looks = looksIn(colours)
  // Every < that is not a tag is escaped in there, and so is every quote within an attribute.
  const styled = html
    .replace(/ class="[^"]*"/g, '')
    .replace(/<([a-z][a-z0-9]*)(?=[ >])/g, (tag, name: string) =>
      looks[name] ? `${tag} ${looks[name]}` : tag,
    )
  return { html: `${styled}\n` }
}

function looksIn(colours: Palette): Record<string, string> {
  const font = (weight: number, size: number) => `font:${weight} ${size}px/1.55 ${fontStack}`
  const ink = (style: string) => `class="ink" style="${style};color:${colours.ink[0]}"`
  const line = `1px solid ${colours.line[0]}`
  const cell = `${font(400, 14)};border:${line};padding:6px 10px;text-align:left`
  const mono = 'font:400 14px/1.5 ui-monospace,Menlo,Consolas,monospace'
  const heading = (size: number) => ink(`${font(600, size)};margin:24px 0 8px`)
  return {
    p: ink(`${font(400, 16)};margin:0 0 16px;overflow-wrap:anywhere`),
    li: ink(`${font(400, 16)};margin:0 0 6px;overflow-wrap:anywhere`),
    ul: 'style="margin:0 0 16px;padding:0 0 0 24px"',
    ol: 'style="margin:0 0 16px;padding:0 0 0 24px"',
    h2: heading(20),
    h3: heading(18),
    h4: heading(16),
    h5: heading(16),
    h6: heading(16),
    a: `class="accent-text" style="color:${colours['accent-text'][0]};text-decoration:underline"`,
    blockquote: `class="line" style="margin:0 0 16px;padding:0 0 0 14px;border-left:3px solid ${colours.line[0]}"`,
    pre: ink(`${mono};margin:0 0 16px;white-space:pre-wrap;overflow-wrap:anywhere`),
    code: `style="${mono}"`,
    hr: `class="line" style="border:0;border-top:${line};margin:24px 0"`,
    table: 'cellpadding="0" cellspacing="0" style="border-collapse:collapse;margin:0 0 16px"',
    th: ink(cell.replace('400', '600')),
    td: ink(cell),
  }
}
