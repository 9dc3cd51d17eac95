'use client'

import { useSyncExternalStore } from 'react'

type LocalTimeProps = { from: string; to: string; zone: string; pattern: string }

/** The reader's own hours beside the event's, where the two differ; known only in the browser. */
export function LocalTime({ from, to, zone, pattern }: LocalTimeProps) {
  const words = useSyncExternalStore(
    never,
    () => inReadersZone(new Date(from), new Date(to), zone),
    () => null,
  )
  return words && <span className="block text-base text-muted">{pattern.replace('{moment}', words)}</span>
}

function inReadersZone(from: Date, to: Date, zone: string): string | null {
  const language = document.documentElement.lang
  const say = (timeZone?: string) =>
    new Intl.DateTimeFormat(language, {
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    }).formatRange(from, to)
  const mine = say()
  return mine === say(zone) ? null : mine
}

const never = () => () => {}
