import type { Metadata, Viewport } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'
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

// Asked for at once: text set in another face first would move when this one comes.
const font = new URL(
  '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  import.meta.url,
)

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, { errors }] = await Promise.all([getLocale(), getMessages()])
  preload(font.pathname, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  return (
    <html lang={locale}>
      <body>
        {/* Only what goes wrong speaks in the browser; every other sentence is written on the server. */}
        <NextIntlClientProvider formats={null} messages={{ errors }}>
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
