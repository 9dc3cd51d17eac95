'use client'

import { useEffect, useRef, useState } from 'react'

type RegisterSummaryProps = {
  lead: string
  /** By control name: what each value is called. */
  words: Record<string, Record<string, string>>
  /** Each night with the day it begins and the day it ends, in their order. */
  nights: { night: string; evening: string; morning: string }[]
}

/** What was chosen so far, in one sentence. It reads the form and sends nothing; without JavaScript it stays away. */
export function RegisterSummary({ lead, words, nights }: RegisterSummaryProps) {
  const sentence = useRef<HTMLParagraphElement>(null)
  const [parts, setParts] = useState<string[]>([])
  useEffect(() => {
    const form = sentence.current?.closest('form')
    if (!form) return
    const follow = () => {
      const data = new FormData(form)
      const stays = staysOf(nights.filter(({ night }) => data.getAll('nights').includes(night)))
      const chosen = (name: string) => data.getAll(name).flatMap((value) => words[name]?.[`${value}`] ?? [])
      setParts(order.flatMap((name) => (name === 'nights' ? stays : chosen(name))))
    }
    follow()
    form.addEventListener('change', follow)
    return () => form.removeEventListener('change', follow)
  }, [words, nights])
  return (
    <p
      className="rounded border border-line border-l-8 border-l-accent bg-surface px-5 py-4 text-lg"
      hidden={parts.length === 0}
      ref={sentence}
    >
      <span className="font-semibold">{lead}</span> {parts.join(', ')}
    </p>
  )
}

const order = ['presence', 'days', 'nights', 'diet', 'activities', 'photo']

/** Nights that follow each other are one stay, from the first evening to the last morning. */
function staysOf(nights: RegisterSummaryProps['nights']): string[] {
  const stays: { from: string; to: string }[] = []
  for (const { evening, morning } of nights) {
    const last = stays.at(-1)
    if (last?.to === evening) last.to = morning
    else stays.push({ from: evening, to: morning })
  }
  return stays.map(({ from, to }) => `${from} → ${to}`)
}
