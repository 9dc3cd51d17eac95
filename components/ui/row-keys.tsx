'use client'

import { type ReactNode, useEffect, useSyncExternalStore } from 'react'

type RowKeysProps = {
  /** What the keys do, in words. */
  children: ReactNode
  turnOff: string
  turnOn: string
}

const store = 'lanyard-row-keys'

/**
 * `/` goes to the search of the page, the arrows from row to row of its table; Tab and everything else stay as they
 * are. A single letter must be possible to turn off (WCAG 2.1.4), so it is, for this browser.
 */
export function RowKeys({ children, turnOff, turnOn }: RowKeysProps) {
  const state = useSyncExternalStore(subscribe, read, () => 'unknown')
  useEffect(() => {
    if (state !== 'on') return
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [state])
  if (state === 'unknown') return null
  return (
    <p className="mt-3 text-muted text-sm max-sm:hidden" data-print="hide">
      {state === 'on' && <>{children} </>}
      <button className="underline underline-offset-2" onClick={() => write(state !== 'on')} type="button">
        {state === 'on' ? turnOff : turnOn}
      </button>
    </p>
  )
}

function press(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const at = event.target as HTMLElement
  const search = document.querySelector<HTMLInputElement>('main input[type=search]')
  if (event.key === '/' && !isTyping(at) && search) {
    event.preventDefault()
    search.focus()
    search.select()
    return
  }
  const step = steps[event.key]
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')]
  const here = rows.indexOf(at)
  const isFromSearch = at === search && event.key === 'ArrowDown'
  if (!step || (here < 0 && !isFromSearch)) return
  const next = rows[step(here, rows.length)]
  if (!next) return
  event.preventDefault()
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
}

const steps: Record<string, (at: number, rows: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, rows) => rows - 1,
}

const isTyping = (at: HTMLElement) => at.matches('input, textarea, select, [contenteditable]')

function subscribe(change: () => void) {
  window.addEventListener('storage', change)
  return () => window.removeEventListener('storage', change)
}

// A browser that keeps nothing keeps the keys.
function read(): string {
  try {
    return localStorage.getItem(store) ?? 'on'
  } catch {
    return 'on'
  }
}

function write(isOn: boolean) {
  try {
    localStorage.setItem(store, isOn ? 'on' : 'off')
  } finally {
    window.dispatchEvent(new Event('storage'))
  }
}
