'use server'

import { cookies } from 'next/headers'
import { textOf } from '@/lib/action'
import { isLanguage } from '@/lib/languages'
import { languageCookie } from '@/lib/readers-language'

/** The page that holds the switch is drawn anew in the language chosen, with or without JavaScript. */
export async function chooseLanguage(data: FormData): Promise<void> {
  const language = textOf(data, 'language')
  if (!isLanguage(language)) return
  const { name, options } = languageCookie()
  const jar = await cookies()
  jar.set(name, language, { ...options, maxAge: 365 * 24 * 60 * 60 })
}
