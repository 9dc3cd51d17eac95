import type { Language } from '../dates'
import { renderHtml } from './render-html'
import { renderText } from './render-text'
import { inert, oneLine } from './rules'
import type { Letter, Link } from './schema'

export type Rendering = {
  language: Language
  /** Makes an address of a link; null shows its label without one, as the organizers' view does. */
  hrefOf: (link: Link) => string | null
  /** Where the picture of the code is: `cid:…` in a mail, `data:…` in the product. */
  qrSource?: string
}

export type RenderedLetter = { subject: string; text: string; html: string }
export type ResolvedLetter = Omit<Letter, 'actions'> & { actions: { label: string; href: string | null }[] }

/** A letter as it leaves the house: a subject of one line, careful text, and HTML that runs nothing. */
export function renderLetter(letter: Letter, { language, hrefOf, qrSource }: Rendering): RenderedLetter {
  const card = letter.card && {
    ...letter.card,
    name: inert(letter.card.name),
    organization: letter.card.organization && inert(letter.card.organization),
  }
  const actions = letter.actions.map(({ label, link }) => ({ label, href: hrefOf(link) }))
  const resolved = { ...letter, subject: oneLine(letter.subject), card, actions }
  return {
    subject: resolved.subject,
    text: renderText(resolved),
    html: renderHtml(resolved, language, qrSource),
  }
}
