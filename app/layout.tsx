import type { Metadata, Viewport } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import '@fontsource-variable/bricolage-grotesque/index.css'
import './globals.css'

// Scripts carry a nonce that is new for every answer; a page built ahead of time could not carry it.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: 'Lanyard', template: '%s · Lanyard' },
  referrer: 'strict-origin-when-cross-origin',
  formatDetection: { telephone: false, email: false, address: false, date: false },
}

export const viewport: Viewport = { colorScheme: 'light dark', viewportFit: 'cover' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, { errors }] = await Promise.all([getLocale(), getMessages()])
  return (
    <html lang={locale}>
      <body>
        {/* Only the error page speaks in the browser; every other sentence is written on the server. */}
        <NextIntlClientProvider formats={null} messages={{ errors }}>
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
