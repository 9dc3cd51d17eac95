import type { Language } from '../dates'
import { parseMarkdown, renderMarkdown } from '../markdown'
import { fillIn } from './put-own-words'
import { renderBodyText } from './render-body-text'
import { renderHtml } from './render-html'
import { renderText } from './render-text'
import { inert, oneLine } from './rules'
import type { Letter, Link } from './schema'

export type Rendering = {
  language: Language
  /** Makes an address of a link; null shows its label without one, as the organizers' view does. */
  hrefOf: (link: Link) => string | null
  /** Whether links that stand in the body lead nowhere, as in the product. */
  isShown?: boolean
  /** Where the picture of the code is: `cid:…` in a mail, `data:…` in the product. */
  qrSource?: string
}

export type RenderedLetter = { subject: string; text: string; html: string }
export type ResolvedLetter = Omit<Letter, 'actions' | 'body'> & {
  actions: { label: string; href: string | null }[]
  body?: { html: string; text: string }
}

/** A letter as it leaves the house: a subject of one line, careful text, and HTML that runs nothing. */
export function renderLetter(
  letter: Letter,
  { language, hrefOf, qrSource, isShown }: Rendering,
): RenderedLetter {
  const card = letter.card && {
    ...letter.card,
    name: inert(letter.card.name),
    organization: letter.card.organization && inert(letter.card.organization),
  }
  const actions = letter.actions.map(({ label, link }) => ({ label, href: hrefOf(link) }))
  const resolved = {
    ...letter,
    subject: oneLine(letter.subject),
    card,
    actions,
    body: bodyOf(letter, isShown),
  }
  return {
    subject: resolved.subject,
    text: renderText(resolved),
    html: renderHtml(resolved, language, qrSource),
  }
}

function bodyOf({ body, fill = {} }: Letter, isShown = false): ResolvedLetter['body'] {
  if (!body) return undefined
  const filled = (words: string) => fillIn(words, fill)
  const html = renderMarkdown(body, filled)
  return {
    html: isShown ? html.replace(/ href="[^"]*"/g, '') : html,
    text: renderBodyText(parseMarkdown(body, filled)),
  }
}
