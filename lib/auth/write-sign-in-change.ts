import { inert } from '../mail/rules'
import type { Composer, Composers, Link, OutboxFacts } from '../mail/schema'
import { translator } from '../messages'

/** To both mailboxes: one page each, on which its reader agrees or stops it. */
const link: Link = { to: 'sealed', path: '/account/email/{token}' }

const composeTo =
  (side: 'old' | 'new'): Composer =>
  (mail) => ({
    ...plain(mail, side),
    actions: [{ label: translator(mail.language, 'mail.signInChange')(`${side}.action`), link }],
  })

/** The new one belongs to another account: its owner learns it, and gets no link that could mix up the two. */
const composeKnown: Composer = (mail) => ({ ...plain(mail, 'known'), actions: [] })

/** What is said when somebody wants to sign in with another address. */
export const signInChangeMails: Composers = {
  sign_in_change: composeTo('old'),
  sign_in_change_new: composeTo('new'),
  sign_in_change_known: composeKnown,
}

function plain({ language, toName, facts }: OutboxFacts, to: 'old' | 'new' | 'known') {
  const words = translator(language, 'mail.signInChange')
  const said = { address: String((facts as { newEmail?: unknown }).newEmail ?? '') }
  return {
    subject: words(`${to}.subject`),
    preheader: words(`${to}.preview`),
    greeting: toName && to !== 'known' ? words('greetingTo', { name: inert(toName) }) : words('greeting'),
    paragraphs: [words(`${to}.opening`, said), words(`${to}.next`)],
    closing: [words(`${to}.unasked`)],
  }
}
