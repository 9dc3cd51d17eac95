import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { isLanguage, preferredLanguage } from '@/lib/languages'
import { languageCookie } from '@/lib/readers-language'

/** The language chosen by hand, else the browser's; a page may ask for another, such as its event's. */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLanguage(asked) ? asked : await readersLanguage()
  return { locale, messages: (await import(`../messages/${locale}.json`)).default, timeZone: 'UTC' }
})

async function readersLanguage() {
  const chosen = (await cookies()).get(languageCookie().name)?.value
  return isLanguage(chosen) ? chosen : preferredLanguage((await headers()).get('accept-language'))
}
