import 'server-only'
import { translator } from '../messages'
import { qrPng } from '../qr'
import { putOwnWords } from './put-own-words'
import { type RenderedLetter, renderLetter } from './render-letter'
import type { Composers, OutboxFacts, OwnWords } from './schema'

/** A mail as it looks in the mailbox, its links replaced by words: nothing in it opens anything. */
export async function showLetter(
  mail: OutboxFacts,
  composers: Composers,
  own: OwnWords | null,
): Promise<RenderedLetter & { preheader: string }> {
  const letter = putOwnWords(composers[mail.kind]!(mail), own)
  const personal = translator(mail.language, 'mail.page')('personalLink')
  const actions = letter.actions.map(({ label, link }) => ({
    link,
    label: link.to === 'page' ? label : `${label} («${personal}»)`,
  }))
  const code = letter.card?.code
  const qrSource = code && `data:image/png;base64,${(await qrPng(code)).toString('base64')}`
  const options = { language: mail.language, hrefOf: () => null, qrSource, isShown: true }
  return { ...renderLetter({ ...letter, actions }, options), preheader: letter.preheader ?? '' }
}
