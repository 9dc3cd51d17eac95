import type { Language } from '../dates'
import type { Composer, Letter } from '../mail/schema'

/** Tells somebody that they run the house; the link proves nothing, so it may be read by anybody. */
export const composeMadeAdmin: Composer = ({ language, facts }) => {
  const { email } = facts as { email: string }
  const { action, ...words } = sentences[language]
  return {
    ...words,
    paragraphs: words.paragraphs.map((text) => text.replace('{email}', email)),
    actions: [{ label: action, link: { to: 'page', path: '/sign-in?to=%2Fadmin' } }],
  }
}

type Words = Pick<Letter, 'subject' | 'preheader' | 'greeting' | 'paragraphs' | 'closing'> & {
  action: string
}

const sentences: Record<Language, Words> = {
  en: {
    subject: 'You are an admin now',
    preheader: 'Sign in with this address.',
    greeting: 'Hello,',
    paragraphs: [
      'you now help to run this site: its people, events and settings.',
      'Sign in with {email}; you get a link in a mail of its own.',
    ],
    action: 'Go and sign in',
    closing: ['If you do not know why, ask whoever runs the site. Nothing happens until you sign in.'],
  },
  de: {
    subject: 'Du bist jetzt Admin',
    preheader: 'Logge dich mit dieser Adresse ein.',
    greeting: 'Hallo,',
    paragraphs: [
      'du kümmerst dich jetzt mit um diese Seite: um Menschen, Events und Einstellungen.',
      'Logge dich mit {email} ein; den Link dafür bekommst du in einer eigenen Mail.',
    ],
    action: 'Zum Einloggen',
    closing: [
      'Falls dich das überrascht, frag die Betreiber. Solange du dich nicht einloggst, passiert nichts.',
    ],
  },
}
