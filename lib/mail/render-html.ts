import { accentColours, houseColours } from '../accent-colours'
import { type Accent, defaultAccent } from '../accents'
import type { Language } from '../dates'
import { type Markup, markup } from './escape-markup'
import { styleBody } from './render-body'
import { renderCard } from './render-card'
import type { ResolvedLetter } from './render-letter'

export type Palette = ReturnType<typeof paletteOf>
export const paletteOf = (accent: Accent) => ({ ...houseColours, ...accentColours[accent] })

export const fontStack =
  "'Bricolage Grotesque',ui-sans-serif,system-ui,-apple-system,'Segoe UI',Roboto,sans-serif"

/** The letter as HTML for mail programs: tables, styles on every cell, colours for light and dark. */
export function renderHtml(letter: ResolvedLetter, language: Language, qrSource?: string): string {
  const colours = paletteOf(letter.card?.accent ?? defaultAccent)
  const text = `font:400 16px/1.55 ${fontStack};color:${colours.ink[0]};margin:0 0 16px`
  const small = `font:400 14px/1.5 ${fontStack};color:${colours.muted[0]};margin:0 0 8px`
  const body = markup`<!doctype html>
<html lang="${language}"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${letter.subject}</title>
<style>${{ html: darkStyle(colours) }}</style></head>
<body class="paper" style="margin:0;padding:0;background:${colours.paper[0]};-webkit-text-size-adjust:100%">
${letter.preheader && markup`<div style="display:none;max-height:0;overflow:hidden">${letter.preheader}</div>`}
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" style="background:${colours.paper[0]}"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;text-align:left"><tr><td>
<p class="ink" style="${text};font-size:18px;font-weight:600">${letter.greeting}</p>
${letter.paragraphs.map((paragraph) => markup`<p class="ink" style="${text}">${paragraph}</p>\n`)}
${letter.body && styleBody(letter.body.html, colours)}
${letter.card && renderCard(letter.card, colours, qrSource)}
${letter.actions.map((action, at) => renderAction(action, colours, at === 0))}
<div class="line" style="border-top:1px solid ${colours.line[0]};margin:24px 0 16px;font-size:0;line-height:0">&#8203;</div>
${letter.closing.map((paragraph) => markup`<p class="muted" style="${small}">${paragraph}</p>\n`)}
</td></tr></table>
</td></tr></table>
</body></html>
`
  return body.html
}

function renderAction(action: ResolvedLetter['actions'][number], colours: Palette, isFirst: boolean): Markup {
  const font = `font:600 16px/1.4 ${fontStack}`
  const plain = `${font};color:${colours['accent-text'][0]};text-decoration:underline`
  if (!isFirst) {
    const words = action.href
      ? markup`<a class="accent-text" href="${action.href}" style="${plain}">${action.label}</a>`
      : markup`<span class="accent-text" style="${plain}">${action.label}</span>`
    return markup`<p style="margin:0 0 16px">${words}</p>\n`
  }
  const look = `${font};display:inline-block;padding:13px 22px;color:${colours['accent-ink'][0]};text-decoration:none`
  const words = action.href
    ? markup`<a class="accent-ink" href="${action.href}" style="${look}">${action.label}</a>`
    : markup`<span class="accent-ink" style="${look}">${action.label}</span>`
  return markup`<table role="presentation" cellpadding="0" cellspacing="0" style="margin:24px 0 16px"><tr><td class="accent" style="background:${colours.accent[0]};border-radius:12px">${words}</td></tr></table>\n`
}

const grounds = ['paper', 'surface', 'accent'] as const
const inks = ['ink', 'muted', 'accent-ink', 'accent-text'] as const

// Programs that drop this keep the light colours; those that darken by themselves find nothing unreadable.
function darkStyle(colours: Palette): string {
  const rules = [
    ...grounds.map((token) => `.${token}{background:${colours[token][1]}!important}`),
    ...inks.map((token) => `.${token}{color:${colours[token][1]}!important}`),
    `.line{border-color:${colours.line[1]}!important}`,
  ]
  return `:root{color-scheme:light dark}@media(prefers-color-scheme:dark){${rules.join('')}}`
}
