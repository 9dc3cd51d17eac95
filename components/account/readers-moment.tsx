'use client'

import { useSyncExternalStore } from 'react'

/** `there` is how the house says this moment, in its own zone. */
type ReadersMomentProps = { at: string; there: string }

/** A moment in the zone of whoever reads; without scripts in that of the house. Both name theirs. */
export function ReadersMoment({ at, there }: ReadersMomentProps) {
  const said = useSyncExternalStore(
    never,
    () => inReadersZone(new Date(at)),
    () => there,
  )
  return <time dateTime={at}>{said}</time>
}

function inReadersZone(at: Date): string {
  const { lang } = document.documentElement
  const say = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, parts).format(at)
  const day = say({ weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '')
  const time = say({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' })
  return `${day}, ${time}`
}

const never = () => () => {}
