import type { Language } from '../dates'
import type { Composer, Letter } from '../mail/schema'
import { pathAfterSignIn } from './rules'

/** The letter with a link to sign in; the token is put in when it leaves. */
export const composeSignInMail: Composer = ({ language, toName, facts }) => {
  const words = sentences[language]
  const to = pathAfterSignIn((facts as { to?: unknown }).to)
  const path = to === '/organizer' ? '/sign-in/{token}' : `/sign-in/{token}?to=${encodeURIComponent(to)}`
  return {
    subject: words.subject,
    preheader: words.preheader,
    greeting: toName ? words.greetingTo(toName) : words.greeting,
    paragraphs: words.paragraphs,
    actions: [{ label: words.action, link: { to: 'sealed', path } }],
    closing: words.closing,
  }
}

type Words = Pick<Letter, 'subject' | 'greeting' | 'paragraphs' | 'closing'> & {
  preheader: string
  action: string
  greetingTo: (name: string) => string
}

const sentences: Record<Language, Words> = {
  en: {
    subject: 'Your link to sign in',
    preheader: 'It works once, within ten minutes.',
    greeting: 'Hello,',
    greetingTo: (name) => `Hello ${name},`,
    paragraphs: [
      'somebody, hopefully you, asked to sign in with this address.',
      'The link works once, within ten minutes.',
    ],
    action: 'Sign in',
    closing: ['If it was not you, there is nothing to do: without this mail nobody gets in.'],
  },
  de: {
    subject: 'Dein Link zum Einloggen',
    preheader: 'Er gilt einmal und zehn Minuten lang.',
    greeting: 'Hallo,',
    greetingTo: (name) => `Hallo ${name},`,
    paragraphs: [
      'jemand, hoffentlich du, möchte sich mit dieser Adresse einloggen.',
      'Der Link gilt einmal und zehn Minuten lang.',
    ],
    action: 'Einloggen',
    closing: ['Falls du das nicht warst, musst du nichts tun: Ohne diese Mail kommt niemand hinein.'],
  },
}
