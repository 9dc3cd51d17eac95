import { createTranslator } from 'use-intl/core'
import de from '@/messages/de.json' with { type: 'json' }
import en from '@/messages/en.json' with { type: 'json' }
import type { Language } from './languages'

const messages = { en, de } as Record<Language, Record<string, unknown>>
const made = new Map<string, Translator>()

export type Translator = {
  (key: string, values?: Record<string, string | number>): string
  has: (key: string) => boolean
}

/** The product's words outside a request, for mails and lists: `translator('de', 'mail.letters')('greeting')`. */
export function translator(language: Language, namespace: string): Translator {
  const id = `${language} ${namespace}`
  let found = made.get(id)
  if (!found) {
    found = createTranslator({
      locale: language,
      messages: messages[language],
      namespace,
      onError,
    }) as Translator
    made.set(id, found)
  }
  return found
}

// A missing word is a defect to be seen in tests, not a raw key in somebody's mailbox.
function onError(error: Error): never {
  throw error
}
