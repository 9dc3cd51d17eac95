'use server'

import { cookies } from 'next/headers'
import { isLanguage, languageCookie } from '@/lib/languages'

/** The page that holds the switch is drawn anew in the language chosen, with or without JavaScript. */
export async function chooseLanguage(data: FormData): Promise<void> {
  const language = data.get('language')
  if (!isLanguage(language)) return
  const aYear = 365 * 24 * 60 * 60
  const jar = await cookies()
  jar.set(languageCookie, language, { path: '/', maxAge: aYear, sameSite: 'lax', httpOnly: true })
}
