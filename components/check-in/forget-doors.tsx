'use client'

import { NextIntlClientProvider, useLocale } from 'next-intl'
import { useEffect } from 'react'
import { LostWords } from './door/lost-words'
import { hasEnded } from './door/outlived'
import { wipeDoors } from './door/vault'

/**
 * Where nobody is signed in, this browser keeps no list of people that somebody signed in for; where it is paired no
 * more, none that it had as a device; and nowhere one whose time is over. What it had not sent is said.
 */
export function ForgetDoors({ of, words }: { of: 'account' | 'device'; words: Record<string, string> }) {
  const locale = useLocale()
  useEffect(() => {
    if ('indexedDB' in window && 'locks' in navigator)
      wipeDoors((kept) => kept.holder === of || hasEnded(kept, Date.now())).catch(() => {})
  }, [of])
  return (
    <NextIntlClientProvider formats={null} locale={locale} messages={{ checkIn: { lost: words } }}>
      <LostWords className="mx-auto my-4 w-[calc(100%-2rem)] max-w-lg" />
    </NextIntlClientProvider>
  )
}
