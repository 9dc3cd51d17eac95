import { type Markup, markup } from './escape-markup'
import { fontStack, type Palette } from './render-html'
import type { LetterCard } from './schema'

const ltr = 'cellpadding="0" cellspacing="0"'

/** The badge: a strap, the event's strip with its punched slot, the name, the code, the facts. */
export function renderCard(card: LetterCard, colours: Palette, qrSource?: string): Markup {
  const table = { html: `<table role="presentation" ${ltr} width="100%"` }
  const name = `font:700 ${card.name.length > 28 ? 24 : 34}px/1.15 ${fontStack};color:${colours.ink[0]}`
  return markup`
${table} style="max-width:440px;margin:24px auto"><tr><td align="center"><div class="accent" style="width:28px;height:36px;background:${colours.accent[0]};font-size:0;line-height:0">&#8203;</div></td></tr>
<tr><td class="surface line" style="background:${colours.surface[0]};border:1px solid ${colours.line[0]};border-radius:12px;overflow:hidden">
${table}><tr><td class="accent" style="background:${colours.accent[0]};border-radius:11px 11px 0 0;padding:14px 24px 18px">
<div class="paper" style="width:80px;height:14px;border-radius:8px;background:${colours.paper[0]};margin:0 auto 16px;font-size:0;line-height:0">&#8203;</div>
<p class="accent-ink" style="margin:0;font:600 18px/1.35 ${fontStack};color:${colours['accent-ink'][0]}">${card.eventTitle}</p></td></tr>
<tr><td style="padding:24px 24px 8px">
<p class="ink" style="margin:0;${name};overflow-wrap:anywhere"><bdi>${card.name}</bdi></p>
${card.organization && markup`<p class="muted" style="margin:4px 0 0;font:400 18px/1.4 ${fontStack};color:${colours.muted[0]};overflow-wrap:anywhere"><bdi>${card.organization}</bdi></p>`}
${card.noCamera && card.noCameraLabel && noCameraMark(card.noCameraLabel, colours)}
${card.code && qrSource && codeBlock(card, colours, qrSource)}
${table} style="margin-top:20px">${card.facts.map(([label, value]) => factRow(label, value, colours))}</table>
</td></tr></table>
</td></tr></table>
`
}

function noCameraMark(label: string, colours: Palette): Markup {
  return markup`<p class="ink" style="display:inline-block;margin:16px 0 0;padding:4px 12px;border:2px solid;border-radius:16px;font:600 16px/1.4 ${fontStack};color:${colours.ink[0]}">&#8856;&nbsp;${label}</p>`
}

function codeBlock(card: LetterCard, colours: Palette, qrSource: string): Markup {
  const label = `font:400 14px/1.5 ${fontStack};color:${colours.muted[0]}`
  const code = `font:600 18px/1.5 ui-monospace,Menlo,Consolas,monospace;color:${colours.ink[0]};white-space:nowrap`
  return markup`<div style="margin-top:20px">
<img src="${qrSource}" width="168" height="168" alt="${card.code}" style="display:inline-block;vertical-align:bottom;background:white;border-radius:12px;margin:0 12px 8px 0">
<div style="display:inline-block;vertical-align:bottom;margin:0 0 8px"><p class="muted" style="margin:0;${label}">${card.codeLabel}</p><p class="ink" style="margin:0;${code}">${card.code}</p></div></div>`
}

function factRow(label: string, value: string, colours: Palette): Markup {
  const edge = `border-top:1px solid ${colours.line[0]};padding:10px 0;vertical-align:top`
  return markup`<tr><td class="muted line" width="34%" style="${edge};padding-right:12px;font:400 14px/1.55 ${fontStack};color:${colours.muted[0]}">${label}</td><td class="ink line" style="${edge};font:400 16px/1.45 ${fontStack};color:${colours.ink[0]};overflow-wrap:anywhere">${value}</td></tr>`
}
