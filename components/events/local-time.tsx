'use client'

import { useSyncExternalStore } from 'react'

type LocalTimeProps = { at: string; zone: string; pattern: string }

/** The reader's own hour beside the event's, where the two differ; known only in the browser. */
export function LocalTime({ at, zone, pattern }: LocalTimeProps) {
  const words = useSyncExternalStore(
    never,
    () => inReadersZone(at, zone),
    () => null,
  )
  return words && <span className="block text-base text-muted">{pattern.replace('{moment}', words)}</span>
}

function inReadersZone(at: string, zone: string): string | null {
  const language = document.documentElement.lang
  const say = (timeZone?: string) =>
    new Intl.DateTimeFormat(language, {
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    })
  const mine = say().format(new Date(at))
  return mine === say(zone).format(new Date(at)) ? null : mine
}

const never = () => () => {}
