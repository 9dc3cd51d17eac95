'use client'

import { createContext, useContext } from 'react'
import { Anchor } from '@/components/ui/anchor'

/** What the way in for somebody new does while there is no network; null where its page can be asked for. */
export const HoldsWalkIns = createContext<(() => void) | null>(null)

export function WalkInWay({ href, label }: { href: string; label: string }) {
  const hold = useContext(HoldsWalkIns)
  return hold ? (
    <button className={`${look} w-full`} onClick={hold} type="button">
      {label}
    </button>
  ) : (
    <Anchor className={look} href={href}>
      {label}
    </Anchor>
  )
}

const look =
  'flex min-h-16 items-center justify-center rounded border border-line-strong bg-surface px-5 font-semibold text-lg'
